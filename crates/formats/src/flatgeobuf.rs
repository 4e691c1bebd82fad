//! FlatGeobuf 3. The crate of that name builds the index and knows the layout; features are laid out here, because rows without a
//! shape and collections of several types of shapes have to come out as what they are.
//!
//! The head of a file says how many features follow and where they lie, so features wait in a second file beside it. Where
//! every row has a shape they are put in Hilbert order behind an index; where one has none, there is no index (the head says so)
//! and they stand in the order of the table, as readers don't agree on where a feature without a shape belongs in a tree.

mod feature;
mod head;

use crate::{FormatError, Row, Table, TableWriter};
use flatbuffers::FlatBufferBuilder;
use flatgeobuf::{
    GeometryType,
    packed_r_tree::{NodeItem, PackedRTree, calc_extent, hilbert_sort},
};
use geo::BoundingRect as _;
use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};

/// What a file begins with.
const MAGIC: [u8; 8] = *b"fgb\x03fgb\x00";

/// A FlatGeobuf file on its way.
pub struct FlatGeobufWriter {
    table: Table,
    out: BufWriter<File>,
    /// Where features wait; has no name and is gone with the last handle.
    waiting: BufWriter<File>,
    builder: FlatBufferBuilder<'static>,
    /// Boxes of features, with their places in the table; none any more once a row has no shape.
    nodes: Option<Vec<NodeItem>>,
    /// Where each feature ends among those that wait.
    ends: Vec<u64>,
    types: Types,
}

/// The types of shapes that were seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Types {
    None,
    One(GeometryType),
    Several,
}

impl FlatGeobufWriter {
    /// Begins a file. What is there already is replaced.
    ///
    /// # Errors
    /// [`FormatError`] where the file or another one in its folder can't be written to.
    pub fn create(table: Table, path: &Path) -> Result<Self, FormatError> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let waiting = tempfile::tempfile_in(folder.map_or_else(|| PathBuf::from("."), Path::to_owned))?;
        Ok(Self {
            table,
            out: BufWriter::new(File::create(path)?),
            waiting: BufWriter::new(waiting),
            builder: FlatBufferBuilder::new(),
            nodes: Some(Vec::new()),
            ends: Vec::new(),
            types: Types::None,
        })
    }

    fn add(&mut self, row: &Row<'_>) -> Result<(), FormatError> {
        let shape = row.shape.and_then(|shape| Some((shape, shape.bounding_rect()?)));
        match shape {
            Some((shape, rect)) => {
                let one = feature::type_of(shape);
                self.types = match self.types {
                    Types::None => Types::One(one),
                    Types::One(seen) if seen == one => self.types,
                    _ => Types::Several,
                };
                if let Some(nodes) = &mut self.nodes {
                    let mut node = NodeItem::bounds(rect.min().x, rect.min().y, rect.max().x, rect.max().y);
                    node.offset = nodes.len() as u64;
                    nodes.push(node);
                }
            }
            None => self.nodes = None,
        }
        self.builder.reset();
        let shape = shape.map(|(shape, _)| shape);
        feature::build(&mut self.builder, shape, &self.table.columns, &row.cells)?;
        let bytes = self.builder.finished_data();
        self.waiting.write_all(bytes)?;
        let before = self.ends.last().copied().unwrap_or_default();
        self.ends.push(before + bytes.len() as u64);
        Ok(())
    }
}

impl TableWriter for FlatGeobufWriter {
    fn write(&mut self, rows: &[Row<'_>]) -> Result<(), FormatError> {
        rows.iter().try_for_each(|row| self.add(row))
    }

    fn finish(mut self: Box<Self>) -> Result<(), FormatError> {
        let mut waiting = self.waiting.into_inner().map_err(io::IntoInnerError::into_error)?;
        let nodes = self.nodes.filter(|nodes| !nodes.is_empty());
        let extent = nodes.as_deref().map(calc_extent);
        let head = head::Head {
            types: match self.types {
                Types::One(one) => one,
                Types::None | Types::Several => GeometryType::Unknown,
            },
            features: self.ends.len() as u64,
            extent: extent.as_ref().map(|all| [all.min_x, all.min_y, all.max_x, all.max_y]),
            indexed: nodes.is_some(),
        };
        self.out.write_all(&MAGIC)?;
        self.out.write_all(&head.build(&self.table))?;
        waiting.rewind()?;
        let mut features = BufReader::new(waiting);
        match nodes.zip(extent) {
            None => {
                io::copy(&mut features, &mut self.out)?;
            }
            Some((nodes, extent)) => {
                let order = index(nodes, &extent, &self.ends, &mut self.out)?;
                let mut bytes = Vec::new();
                for place in order {
                    let (start, length) = span(&self.ends, place as usize);
                    features.seek(SeekFrom::Start(start))?;
                    bytes.clear();
                    (&mut features).take(length).read_to_end(&mut bytes)?;
                    self.out.write_all(&bytes)?;
                }
            }
        }
        self.out.flush()?;
        Ok(())
    }
}

/// Writes the index and says in which order features follow it.
fn index(
    mut nodes: Vec<NodeItem>,
    extent: &NodeItem,
    ends: &[u64],
    out: &mut BufWriter<File>,
) -> Result<Vec<u32>, FormatError> {
    hilbert_sort(&mut nodes, extent);
    let mut order = Vec::with_capacity(nodes.len());
    let mut offset = 0;
    for node in &mut nodes {
        let place = u32::try_from(node.offset)
            .map_err(|_| io::Error::new(io::ErrorKind::FileTooLarge, "more than 2^32 features"))?;
        order.push(place);
        node.offset = offset;
        offset += span(ends, place as usize).1;
    }
    PackedRTree::build(&nodes, extent, PackedRTree::DEFAULT_NODE_SIZE)?.stream_write(out)?;
    Ok(order)
}

/// Where a feature begins among those that wait, and how long it is.
fn span(ends: &[u64], place: usize) -> (u64, u64) {
    let start = place.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or_default();
    (start, ends.get(place).map_or(0, |end| end - start))
}
