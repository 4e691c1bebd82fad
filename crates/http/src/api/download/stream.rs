//! Texts that are sent while they are written: no file is made of them, and a large one takes no more memory than a small one.

use super::{
    content::Content,
    subject::{Batch, Reading},
    text::{Text, Writing},
};
use crate::problem::{Problem, Slug};
use axum::body::Body;
use bytes::Bytes;
use futures_util::{StreamExt as _, future::ready, stream};

/// What is left of a text.
struct Parts {
    content: Content,
    reading: Reading,
    writing: Writing,
}

/// The body of a text. It begins once the first features were read, so that what can't be read is told as a problem; what fails later
/// breaks the transfer off.
pub(super) async fn body(content: Content, text: Text) -> Result<Body, Problem> {
    let mut parts = Parts { reading: content.read(), writing: Writing::new(text, &content), content };
    // Where nothing is found there is a beginning all the same.
    let items = parts.reading.next().await?.unwrap_or_else(|| parts.content.subject.nothing());
    let first = parts.write(&items)?;
    let rest = stream::try_unfold(parts, |mut parts| async move {
        let broken = |_| std::io::Error::other("the store does not answer any more");
        match parts.reading.next().await {
            Ok(Some(items)) => parts.write(&items).map(|bytes| Some((bytes, parts))).map_err(broken),
            Ok(None) => Ok(None),
            Err(error) => Err(broken(error.into())),
        }
    });
    Ok(Body::from_stream(stream::once(ready(Ok(first))).chain(rest)))
}

impl Parts {
    fn write(&mut self, batch: &Batch) -> Result<Bytes, Problem> {
        self.writing.next(&self.content, batch).map(Bytes::from).map_err(|error| {
            tracing::error!(error = &error as &dyn std::error::Error, "a table could not be written");
            Problem::new(Slug::Internal)
        })
    }
}
