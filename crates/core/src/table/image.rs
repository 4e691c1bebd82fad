//! A table as bytes and back: it is made when a release is written, and read in the time that copying takes.

use super::{FeatureTable, blocks::Blocks, boxes::Boxes, coded::Coded};
use crate::{AreaAt, CollectionId, Validity};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// A piece of an image is not what it should be.
#[derive(Debug, thiserror::Error)]
#[error("the piece {piece} of the packed {table} can't be read")]
pub struct ImageError {
    /// The table.
    pub table: String,
    /// The piece.
    pub piece: &'static str,
}

impl FeatureTable {
    /// The pieces of an image, by name.
    pub fn pieces(&self) -> impl Iterator<Item = (&'static str, Vec<u8>)> {
        let (rows, tree) = self.boxes.parts();
        [
            ("ids", bytes(&self.ids)),
            ("positions", bytes(&self.positions)),
            ("validity", bytes(&self.validity)),
            ("oblasts", bytes(&self.oblasts.map(|areas| areas.iter().map(Area::of).collect::<Vec<_>>()))),
            ("raion", bytes(&self.raion)),
            ("fields", bytes(&self.fields)),
            ("records", bytes(&self.records)),
            ("box_rows", bytes(&rows)),
            ("boxes", bytes(&tree.map(serde_bytes::Bytes::new))),
        ]
        .into_iter()
    }

    /// A table of its pieces.
    ///
    /// # Errors
    /// What fetching says, or [`ImageError`].
    pub fn of_pieces<E: From<ImageError>>(
        collection: CollectionId,
        mut fetch: impl FnMut(&'static str) -> Result<Vec<u8>, E>,
    ) -> Result<Self, E> {
        let mut piece = Piece { table: collection.as_str(), fetch: &mut fetch };
        let rows: Option<Vec<u32>> = piece.read("box_rows")?;
        let tree: Option<serde_bytes::ByteBuf> = piece.read("boxes")?;
        let boxes = Boxes::from_parts(rows, tree.map(serde_bytes::ByteBuf::into_vec));
        let records: Blocks = piece.read("records")?;
        Ok(Self {
            collection,
            ids: piece.read("ids")?,
            positions: piece.read("positions")?,
            validity: piece.read("validity")?,
            oblasts: piece
                .read::<Coded<Vec<Area>>, E>("oblasts")?
                .map(|areas| areas.iter().map(Area::area).collect()),
            raion: piece.read("raion")?,
            fields: piece.read("fields")?,
            records,
            boxes: boxes.ok_or_else(|| piece.broken("boxes"))?,
        })
    }
}

/// An area while it holds a feature: in JSON its members are mixed with those of its validity, which bytes without names can't be.
#[derive(Serialize, Deserialize)]
struct Area(String, Validity);

impl Area {
    fn of(AreaAt { code, validity }: &AreaAt) -> Self {
        Self(code.clone(), *validity)
    }

    fn area(&self) -> AreaAt {
        AreaAt { code: self.0.clone(), validity: self.1 }
    }
}

struct Piece<'a, F> {
    table: &'static str,
    fetch: &'a mut F,
}

impl<F> Piece<'_, F> {
    fn read<T: DeserializeOwned, E: From<ImageError>>(&mut self, piece: &'static str) -> Result<T, E>
    where
        F: FnMut(&'static str) -> Result<Vec<u8>, E>,
    {
        let packed = (self.fetch)(piece)?;
        postcard::from_bytes(&packed).map_err(|_| self.broken(piece).into())
    }

    fn broken(&self, piece: &'static str) -> ImageError {
        ImageError { table: self.table.to_owned(), piece }
    }
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    // Into memory that grows, of plain data: neither can fail.
    postcard::to_allocvec(value).unwrap_or_default()
}
