//! The checksum of a file of features, one a line, without keeping the file.

use super::content::Content;
use sha2::{Digest as _, Sha256};
use terrikon_store::StoreError;

/// What a file of lines comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digest {
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub(crate) sha256: String,
    /// How many bytes it has.
    pub(crate) bytes: u64,
    /// How many features, claims or sources.
    pub(crate) rows: usize,
}

impl Content {
    /// The checksum of these rows as newline-delimited GeoJSON, read batch by batch.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    pub(crate) async fn digest(&self) -> Result<Digest, StoreError> {
        let (mut reading, mut hash) = (self.read(), Sha256::new());
        let (mut bytes, mut rows) = (0, 0);
        let mut lines = Vec::new();
        while let Some(batch) = reading.next().await? {
            lines.clear();
            self.geojson(&batch, &mut lines, || "", "\n");
            hash.update(&lines);
            bytes += lines.len() as u64;
            rows += batch.len();
        }
        let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Digest { sha256, bytes, rows })
    }
}
