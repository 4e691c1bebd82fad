//! The columns of a table as Parquet names them.

use super::{BBOX, GEOMETRY};
use crate::{Column, FormatError, Holds, Table};
use parquet::{
    basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel},
    errors::ParquetError,
    file::properties::{EnabledStatistics, WriterProperties},
    schema::types::{ColumnPath, Type, TypePtr},
};
use std::sync::Arc;

/// The corners of a box, in the order in which they stand.
const CORNERS: [&str; 4] = ["xmin", "ymin", "xmax", "ymax"];

/// The schema of a table: the shape and its box before all else.
pub(super) fn of(table: &Table) -> Result<TypePtr, FormatError> {
    let mut fields = Vec::new();
    if table.spatial {
        fields.push(plain(GEOMETRY, Physical::BYTE_ARRAY, None)?);
        let corners = CORNERS.map(|corner| {
            let corner = Type::primitive_type_builder(corner, Physical::DOUBLE);
            corner.with_repetition(Repetition::REQUIRED).build().map(Arc::new)
        });
        let bbox = Type::group_type_builder(BBOX).with_repetition(Repetition::OPTIONAL);
        fields.push(Arc::new(bbox.with_fields(corners.into_iter().collect::<Result<_, _>>()?).build()?));
    }
    for column in &table.columns {
        fields.push(field(column)?);
    }
    Ok(Arc::new(Type::group_type_builder("schema").with_fields(fields).build()?))
}

fn field(column: &Column) -> Result<TypePtr, ParquetError> {
    match column.holds {
        Holds::Text => plain(column.name, Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Holds::Integer => plain(column.name, Physical::INT64, None),
        Holds::Real => plain(column.name, Physical::DOUBLE, None),
        Holds::Date => plain(column.name, Physical::INT32, Some(LogicalType::Date)),
        Holds::List => {
            let element = Type::primitive_type_builder("element", Physical::BYTE_ARRAY)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(LogicalType::String));
            let list = Type::group_type_builder("list")
                .with_repetition(Repetition::REPEATED)
                .with_fields(vec![Arc::new(element.build()?)]);
            let outer = Type::group_type_builder(column.name)
                .with_repetition(Repetition::OPTIONAL)
                .with_logical_type(Some(LogicalType::List))
                .with_fields(vec![Arc::new(list.build()?)]);
            outer.build().map(Arc::new)
        }
    }
}

fn plain(name: &str, physical: Physical, meaning: Option<LogicalType>) -> Result<TypePtr, ParquetError> {
    let column = Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
    column.with_logical_type(meaning).build().map(Arc::new)
}

/// How the file is written: compressed, without the least and greatest WKB, which say nothing.
pub(super) fn properties(table: &Table) -> WriterProperties {
    let shapes = ColumnPath::from(GEOMETRY);
    let properties = WriterProperties::builder()
        .set_created_by(concat!("terrikon version ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_compression(Compression::ZSTD(ZstdLevel::default()));
    let properties = if table.spatial {
        properties
            .set_column_statistics_enabled(shapes.clone(), EnabledStatistics::None)
            .set_column_dictionary_enabled(shapes, false)
    } else {
        properties
    };
    properties.build()
}
