//! What an archive says of itself, beside what every reader of PMTiles knows.

use crate::ArchiveError;
use serde_json::{Map, Value, json};
use terrikon_core::{Date, ReleaseId};
use terrikon_tiles::{LayerName, TileFormat, vector_layers};

/// The member of the metadata that names the release.
const RELEASE: &str = "terrikon:release";
/// The member that names the day.
const DATE: &str = "terrikon:date";
/// The layers, as TileJSON describes them.
const LAYERS: &str = "vector_layers";

/// Of what an archive holds the tiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The release.
    pub release: ReleaseId,
    /// The layers of each tile, in their order.
    pub layers: Vec<LayerName>,
    /// The day on which things exist: the first one of all that look the same ([`terrikon_store::Directory::epoch`]).
    pub date: Date,
    /// The format of the tiles.
    pub format: TileFormat,
}

impl About {
    /// Adds it to metadata that has what people read: name, description, attribution.
    pub(crate) fn tell(&self, mut metadata: Map<String, Value>) -> Map<String, Value> {
        metadata.insert(LAYERS.into(), json!(vector_layers(&self.layers)));
        metadata.insert(RELEASE.into(), json!(self.release));
        metadata.insert(DATE.into(), json!(self.date));
        if self.format == TileFormat::Mlt {
            metadata.insert("encoding".into(), json!(self.format.as_str()));
        }
        metadata
    }

    /// Reads it back.
    ///
    /// # Errors
    /// [`ArchiveError::Foreign`] where the metadata lacks what [`Self::tell`] writes.
    pub(crate) fn of(metadata: &str, format: TileFormat) -> Result<Self, ArchiveError> {
        let metadata: Map<String, Value> = serde_json::from_str(metadata).unwrap_or_default();
        let text = |name: &str| metadata.get(name).and_then(Value::as_str);
        let release = text(RELEASE)
            .and_then(ReleaseId::parse)
            .ok_or(ArchiveError::Foreign("of which release it is"))?;
        let date =
            text(DATE).and_then(|day| day.parse().ok()).ok_or(ArchiveError::Foreign("of which day it is"))?;
        let layers = metadata.get(LAYERS).and_then(Value::as_array);
        let names = layers.into_iter().flatten().map(|layer| layer.get("id")?.as_str()?.parse().ok());
        let layers: Option<Vec<LayerName>> = names.collect();
        let layers =
            layers.filter(|layers| !layers.is_empty()).ok_or(ArchiveError::Foreign("which layers it has"))?;
        Ok(Self { release, layers, date, format })
    }
}
