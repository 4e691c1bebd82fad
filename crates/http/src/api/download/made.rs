//! Files that must be whole before they can be sent: made once for all who ask, kept while there is room.

use super::{
    content::Content,
    file::{self, ExportError, FileKind},
};
use crate::problem::{Hint, Problem, Slug};
use moka::future::Cache;
use sha2::{Digest as _, Sha256};
use std::{
    collections::HashMap,
    fmt::Write as _,
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use tempfile::TempPath;
use terrikon_formats::FileFormat;
use tokio::{
    sync::{Mutex, Semaphore, watch},
    time::timeout,
};

/// What files that are kept may weigh in all, in bytes, where nothing else is said.
pub const DOWNLOAD_CACHE: u64 = 2 << 30;

/// How many files are made at once.
const AT_ONCE: usize = 2;

/// How long a file waits until it is begun.
const QUEUED: Duration = Duration::from_secs(30);

/// How long making a file may take.
const PATIENCE: Duration = Duration::from_secs(600);

/// How many requests wait for files at once; they must not take all the turns of others.
const WAITING: usize = 64;

/// How long a file is kept that nobody asks for.
const IDLE: Duration = Duration::from_secs(3_600);

/// A finished file; deleted with its last holder.
#[derive(Debug)]
pub(super) struct Made {
    path: TempPath,
    /// How many bytes.
    pub(super) length: u64,
    /// A strong tag, made of the bytes.
    pub(super) etag: String,
}

impl Made {
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

/// What comes of making a file.
type Outcome = Result<Arc<Made>, Problem>;

/// Finished files, and those that are being made; a clone is the same.
#[derive(Debug, Clone)]
pub(crate) struct Downloads {
    kept: Cache<String, Arc<Made>>,
    making: Arc<Mutex<HashMap<String, watch::Receiver<Option<Outcome>>>>>,
    turns: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    folder: Arc<Path>,
}

impl Downloads {
    /// Keeps files of at most this many bytes in all, in a folder.
    pub(crate) fn new(bytes: u64, folder: PathBuf) -> Self {
        let kept = Cache::builder()
            .weigher(|key: &String, made: &Arc<Made>| {
                // In KiB, so that every file fits the number.
                u32::try_from((made.length + key.len() as u64) / 1024 + 1).unwrap_or(u32::MAX)
            })
            .max_capacity(bytes / 1024)
            .time_to_idle(IDLE);
        Self {
            kept: kept.build(),
            making: Arc::default(),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            waiting: Arc::new(Semaphore::new(WAITING)),
            folder: folder.into(),
        }
    }

    /// The file of some content: a kept one, or one that is made now, be it that who asked has gone meanwhile. `computing` are the
    /// turns of what keeps a core busy.
    pub(super) async fn file(
        &self,
        content: Content,
        format: FileFormat,
        computing: Arc<Semaphore>,
    ) -> Outcome {
        let key = format!("{format:?} {}", content.key());
        let Ok(_place) = self.waiting.try_acquire() else {
            return Err(Problem::new(Slug::Overloaded).hint(Hint::TryLater));
        };
        let mut making = {
            let mut all = self.making.lock().await;
            if let Some(made) = self.kept.get(&key).await {
                return Ok(made);
            }
            match all.get(&key) {
                Some(making) => making.clone(),
                None => {
                    let (tell, making) = watch::channel(None);
                    all.insert(key.clone(), making.clone());
                    tokio::spawn(self.clone().make(key, content, format, computing, tell));
                    making
                }
            }
        };
        let outcome = making.wait_for(Option::is_some).await.ok().and_then(|outcome| outcome.clone());
        outcome.unwrap_or_else(|| Err(Problem::new(Slug::Internal)))
    }

    /// Makes a file, keeps it and tells all who wait.
    async fn make(
        self,
        key: String,
        content: Content,
        format: FileFormat,
        computing: Arc<Semaphore>,
        tell: watch::Sender<Option<Outcome>>,
    ) {
        // On a task of its own, so that a panic ends here and nobody waits for ever.
        let (turns, folder) = (Arc::clone(&self.turns), Arc::clone(&self.folder));
        let making = tokio::spawn(async move {
            let Ok(Ok(_turn)) = timeout(QUEUED, turns.acquire()).await else {
                return Err(Problem::new(Slug::Overloaded).hint(Hint::TryLater));
            };
            let made = timeout(PATIENCE, made(content, format, &folder, computing)).await;
            made.unwrap_or_else(|_| Err(Problem::new(Slug::Timeout).hint(Hint::TryLater)))
        });
        let outcome = making.await.unwrap_or_else(|error| {
            tracing::error!(error = &error as &dyn std::error::Error, "making a file failed");
            Err(Problem::new(Slug::Internal))
        });
        let mut all = self.making.lock().await;
        if let Ok(made) = &outcome {
            self.kept.insert(key.clone(), Arc::clone(made)).await;
        }
        all.remove(&key);
        drop(all);
        // Nobody may be waiting any more; the file is kept all the same.
        let _ = tell.send(Some(outcome));
    }
}

async fn made(content: Content, format: FileFormat, folder: &Path, computing: Arc<Semaphore>) -> Outcome {
    let file = tempfile::Builder::new().prefix("terrikon-download-").tempfile_in(folder);
    let path = file.map_err(|error| refused(&ExportError::Format(error.into())))?.into_temp_path();
    let kind = FileKind::Table(format);
    file::write(content, kind, &path, Some(computing), |_| {}).await.map_err(|error| refused(&error))?;
    let finished = tokio::task::spawn_blocking(move || finished(path)).await;
    let finished = finished.map_err(|error| refused(&error.into()))?;
    finished.map(Arc::new).map_err(|error| refused(&ExportError::Format(error.into())))
}

/// Weighs a file and makes a tag of its bytes.
fn finished(path: TempPath) -> io::Result<Made> {
    let mut hash = Sha256::new();
    let length = io::copy(&mut File::open(&path)?, &mut hash)?;
    let hex = hash.finalize().iter().take(16).fold(String::new(), |mut hex, byte| {
        // Writing to a string never fails.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    Ok(Made { path, length, etag: format!("\"{hex}\"") })
}

fn refused(error: &ExportError) -> Problem {
    tracing::error!(error = error as &dyn std::error::Error, "a file could not be made");
    match error {
        ExportError::Format(format) if format.is_disk_full() => {
            Problem::new(Slug::StorageFull).hint(Hint::TryLater)
        }
        ExportError::Store(terrikon_store::StoreError::Gone(id)) => Problem::unknown_release(id.as_str()),
        ExportError::Store(terrikon_store::StoreError::Busy) => {
            Problem::new(Slug::Overloaded).hint(Hint::TryLater)
        }
        ExportError::Store(_) => Problem::new(Slug::Unavailable).hint(Hint::TryLater),
        _ => Problem::new(Slug::Internal),
    }
}
