//! Whole files, for the server and for the command line alike.

use super::{
    content::Content,
    subject::Batch,
    text::{Text, Writing},
};
use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
    sync::Arc,
};
use terrikon_formats::{FileFormat, FormatError, TableWriter};
use terrikon_store::StoreError;
use tokio::{sync::Semaphore, task::JoinError};

/// A format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Text.
    Text(Text),
    /// A format that must be whole before it can be read.
    Table(FileFormat),
}

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The store did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file could not be written to.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// A thread was cut short.
    #[error("writing was cut short")]
    Cancelled(#[from] JoinError),
}

/// Where rows go.
enum Sink {
    Text(BufWriter<File>, Writing),
    Table(Box<dyn TableWriter>),
}

impl Sink {
    fn create(content: &Content, kind: FileKind, path: &Path) -> Result<Self, FormatError> {
        Ok(match kind {
            FileKind::Text(text) => {
                Self::Text(BufWriter::new(File::create(path)?), Writing::new(text, content))
            }
            FileKind::Table(format) => Self::Table(format.create(content.table(), path)?),
        })
    }

    fn write(&mut self, content: &Content, batch: &Batch) -> Result<(), FormatError> {
        match self {
            Self::Text(file, writing) => Ok(file.write_all(&writing.next(content, batch)?)?),
            Self::Table(table) => content.rows(batch, |rows| table.write(rows)),
        }
    }

    fn finish(self, content: &Content) -> Result<(), FormatError> {
        match self {
            Self::Text(mut file, mut writing) => {
                // Where nothing was found there is a beginning all the same.
                file.write_all(&writing.next(content, &content.subject.nothing())?)?;
                file.write_all(writing.end())?;
                Ok(file.flush()?)
            }
            Self::Table(table) => table.finish(),
        }
    }
}

/// Writes a file, batch by batch, on threads that may block; each batch waits for one of `turns` where there are any. After every
/// batch `told` hears how many features are written. The number of features comes back.
///
/// # Errors
/// [`ExportError`]; what is written by then is of no use.
pub async fn write(
    content: Content,
    kind: FileKind,
    path: &Path,
    turns: Option<Arc<Semaphore>>,
    mut told: impl FnMut(usize),
) -> Result<usize, ExportError> {
    let content = Arc::new(content);
    let mut reading = content.read();
    let mut sink = Sink::create(&content, kind, path)?;
    let mut written = 0;
    while let Some(batch) = reading.next().await? {
        written += batch.len();
        let content = Arc::clone(&content);
        sink = blocking(turns.as_ref(), move || {
            sink.write(&content, &batch)?;
            Ok(sink)
        })
        .await?;
        told(written);
    }
    blocking(turns.as_ref(), move || sink.finish(&content)).await?;
    Ok(written)
}

/// Runs what keeps a core busy on a thread of its own, in its turn.
async fn blocking<T: Send + 'static>(
    turns: Option<&Arc<Semaphore>>,
    work: impl FnOnce() -> Result<T, FormatError> + Send + 'static,
) -> Result<T, ExportError> {
    let turn = match turns {
        // Turns are never closed; without one the work goes on.
        Some(turns) => Arc::clone(turns).acquire_owned().await.ok(),
        None => None,
    };
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    Ok(done.await??)
}
