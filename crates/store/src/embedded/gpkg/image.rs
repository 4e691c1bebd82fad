//! What a release has many of, packed as it is served, beside the tables that people open: reading it takes seconds where reading
//! every row would take minutes.
//!
//! The image holds only while the file is as it was written. `terrikon_seal` keeps the number of changes that SQLite counts in the
//! head of the file, and whoever changes the file by any program counts on; then every row is read, and must make the release's id.

use super::{
    GpkgError,
    read::{self, sqlite_error},
};
use crate::{
    embedded::packed::{MANY, Many, PackedRelease},
    search::HotspotNames,
};
use rusqlite::{Connection, OptionalExtension as _};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};
use std::{fs::File, io::Read as _, path::Path, sync::Arc};
use terrikon_core::{
    CollectionId,
    table::{ClaimTable, FeatureTable, ImageError},
};

/// Changes with the form of any piece.
const VERSION: i64 = 3;

/// The version of the head of a file that no write-ahead log belongs to, where changes would not be counted.
const NO_LOG: [u8; 2] = [1, 1];

/// Writes the image into a file that is complete otherwise, and seals it.
pub(super) fn write(db: &mut Connection, path: &Path, many: &Many) -> Result<(), GpkgError> {
    let error = sqlite_error(path);
    let mut digest = Digest::default();
    let tx = db.transaction().map_err(&error)?;
    {
        let mut insert =
            tx.prepare("INSERT INTO terrikon_packed (name, bytes) VALUES (?1, ?2)").map_err(&error)?;
        let mut keep = |name: String, bytes: Vec<u8>| {
            digest.add(&name, &bytes);
            insert.execute((name, bytes)).map(drop).map_err(&error)
        };
        for (table, id) in [&many.hotspots, &many.zones].into_iter().zip(MANY) {
            for (piece, bytes) in table.pieces() {
                keep(format!("{id}/{piece}"), bytes)?;
            }
        }
        keep("claims".to_owned(), many.claims.to_bytes())?;
        keep("names".to_owned(), packed(many.names.spelt()))?;
        keep("weights".to_owned(), packed(&*many.weights))?;
        keep("clusters".to_owned(), packed(&many.clusters))?;
    }
    tx.commit().map_err(&error)?;
    // The seal is the last change; it counts as one.
    let changes = Head::of(path)?.changes + 1;
    db.execute(
        "INSERT INTO terrikon_seal (version, changes, digest) VALUES (?1, ?2, ?3)",
        (VERSION, changes, digest.finish()),
    )
    .map(drop)
    .map_err(error)
}

/// A release as it lies packed in a file; `None` where the file has no image or was changed since.
///
/// # Errors
/// Where the file can't be read.
pub(in crate::embedded) fn read_packed(path: &Path) -> Result<Option<PackedRelease>, GpkgError> {
    let db = read::open(path)?;
    let error = sqlite_error(path);
    let known = "SELECT count(*) FROM sqlite_master WHERE name IN ('terrikon_seal', 'terrikon_packed')";
    if db.query_row(known, [], |row| row.get::<_, i64>(0)).map_err(&error)? < 2 {
        return Ok(None);
    }
    let seal = db.query_row("SELECT version, changes, digest FROM terrikon_seal", [], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, u32>(1)?, row.get::<_, String>(2)?))
    });
    let head = Head::of(path)?;
    let digest = match seal.optional().map_err(&error)? {
        Some((VERSION, changes, digest)) if head.is_whole(changes) => digest,
        _ => return Ok(None),
    };
    let mut found = Digest::default();
    let mut fetch = |name: &str| -> Result<Vec<u8>, GpkgError> {
        let bytes: Vec<u8> = db
            .query_row("SELECT bytes FROM terrikon_packed WHERE name = ?1", [name], |row| row.get(0))
            .map_err(&error)?;
        found.add(name, &bytes);
        Ok(bytes)
    };
    let unpacked = (|| {
        let [hotspots, zones] = MANY.map(|id| table(id, &mut fetch));
        let (hotspots, zones) = (Arc::new(hotspots?), zones?.into());
        let claims = ClaimTable::from_bytes(&fetch("claims")?)?;
        let names = HotspotNames::of_spelt(Arc::clone(&hotspots), unpack("names", &fetch("names")?)?);
        let weights = Arc::new(unpack("weights", &fetch("weights")?)?);
        let clusters = unpack("clusters", &fetch("clusters")?)?;
        Ok::<_, GpkgError>(Many { hotspots, zones, claims, names, weights, clusters })
    })();
    match unpacked {
        Ok(many) if found.finish() == digest => {
            let rest = read::rest(&db, path, &MANY)?;
            Ok(Some(PackedRelease { rest, many }))
        }
        // What can't be read is read from the rows, which say what is wrong.
        Ok(_) | Err(GpkgError::Image(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn table(
    id: CollectionId,
    fetch: &mut impl FnMut(&str) -> Result<Vec<u8>, GpkgError>,
) -> Result<FeatureTable, GpkgError> {
    FeatureTable::of_pieces(id, |piece| fetch(&format!("{id}/{piece}")))
}

fn packed(value: &impl Serialize) -> Vec<u8> {
    // Into memory that grows, of plain data: neither can fail.
    postcard::to_allocvec(value).unwrap_or_default()
}

fn unpack<T: DeserializeOwned>(piece: &'static str, bytes: &[u8]) -> Result<T, GpkgError> {
    postcard::from_bytes(bytes).map_err(|_| ImageError { table: "release".to_owned(), piece }.into())
}

/// A checksum of pieces, whatever the order in which they come.
#[derive(Default)]
struct Digest([u8; 32]);

impl Digest {
    fn add(&mut self, name: &str, bytes: &[u8]) {
        let mut hash = Sha256::new();
        hash.update((name.len() as u64).to_be_bytes());
        hash.update(name);
        hash.update(bytes);
        self.0.iter_mut().zip(hash.finalize()).for_each(|(all, one)| *all ^= one);
    }

    fn finish(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// What SQLite keeps in the head of a file (<https://www.sqlite.org/fileformat2.html#the_database_header>).
struct Head {
    versions: [u8; 2],
    changes: u32,
}

impl Head {
    fn of(path: &Path) -> Result<Self, GpkgError> {
        let mut head = [0; 28];
        File::open(path)
            .and_then(|mut file| file.read_exact(&mut head))
            .map_err(|source| GpkgError::Io { path: path.to_owned(), source })?;
        let [.., a, b, c, d] = head;
        Ok(Self { versions: [head[18], head[19]], changes: u32::from_be_bytes([a, b, c, d]) })
    }

    /// Whether the file was changed so often, and no more.
    fn is_whole(&self, changes: u32) -> bool {
        self.versions == NO_LOG && self.changes == changes
    }
}
