//! One GeoJSON feature a line: what `jq`, DuckDB and GDAL (GeoJSONSeq) read without holding all of it.

use crate::api::feature::Telling;
use bytes::Bytes;
use terrikon_core::CollectionId;
use terrikon_store::Item;

/// Features, each on a line of its own, as the items of the collection tell them.
pub(super) fn write(telling: &Telling<'_>, collection: CollectionId, items: &[Item]) -> Bytes {
    let mut out = Vec::new();
    for item in items {
        // Documents are plain structs and maps with text keys, which can always be written; a vector takes all.
        let _ = serde_json::to_writer(&mut out, &telling.document(collection, item));
        out.push(b'\n');
    }
    out.into()
}
