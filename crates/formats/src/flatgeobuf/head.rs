//! The head of a file: its columns, its extent and what it says of itself.

use crate::{Holds, Table};
use flatbuffers::FlatBufferBuilder;
use flatgeobuf::{
    Column, ColumnArgs, ColumnType, Crs, CrsArgs, GeometryType, Header, HeaderArgs,
    packed_r_tree::PackedRTree,
};

/// What a head says beside the table.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) types: GeometryType,
    pub(super) features: u64,
    /// West, south, east, north.
    pub(super) extent: Option<[f64; 4]>,
    pub(super) indexed: bool,
}

impl Head {
    /// The bytes, led by their length.
    pub(super) fn build(&self, table: &Table) -> Vec<u8> {
        let mut builder = FlatBufferBuilder::new();
        let columns: Vec<_> = table
            .columns
            .iter()
            .map(|column| {
                let args = ColumnArgs {
                    name: Some(builder.create_string(column.name)),
                    type_: match column.holds {
                        Holds::Text => ColumnType::String,
                        Holds::Integer => ColumnType::Long,
                        Holds::Real => ColumnType::Double,
                        Holds::List => ColumnType::Json,
                        Holds::Date => ColumnType::DateTime,
                    },
                    description: Some(builder.create_string(column.about)),
                    ..ColumnArgs::default()
                };
                Column::create(&mut builder, &args)
            })
            .collect();
        let crs = CrsArgs {
            org: Some(builder.create_string("EPSG")),
            code: 4326,
            name: Some(builder.create_string("WGS 84")),
            ..CrsArgs::default()
        };
        let args = HeaderArgs {
            name: Some(builder.create_string(&table.name)),
            envelope: self.extent.map(|extent| builder.create_vector(&extent)),
            geometry_type: self.types,
            columns: Some(builder.create_vector(&columns)),
            features_count: self.features,
            index_node_size: if self.indexed { PackedRTree::DEFAULT_NODE_SIZE } else { 0 },
            crs: Some(Crs::create(&mut builder, &crs)),
            title: Some(builder.create_string(&table.about.title)),
            description: Some(builder.create_string(&table.about.citation)),
            metadata: Some(builder.create_string(&table.about.json())),
            ..HeaderArgs::default()
        };
        let header = Header::create(&mut builder, &args);
        builder.finish_size_prefixed(header, None);
        builder.finished_data().to_vec()
    }
}
