//! Files of the viewer as they are sent: the build packed them once, as small as they get.

use super::Files;
use crate::{answer::Answer, asked::Asked, tiles::Encoding};
use axum::http::header;
use bytes::Bytes;
use std::borrow::Cow;

/// What the build writes beside a file that shrinks, and the ending of its name.
const PACKED: [(Encoding, &str); 2] = [(Encoding::Brotli, ".br"), (Encoding::Gzip, ".gz")];

/// A file in the best encoding that the client takes, if there is one of that name.
pub(super) fn file(path: &str, asked: &Asked) -> Option<Answer> {
    if PACKED.iter().any(|(_, ending)| path.ends_with(ending)) {
        return None;
    }
    let plain = Files::get(path)?;
    let answer = Answer::hashed(
        bytes(plain.data.clone()),
        plain.metadata.mimetype().to_owned(),
        &plain.metadata.sha256_hash(),
    );
    let offered: Vec<_> = PACKED
        .into_iter()
        .filter_map(|(encoding, ending)| Some((encoding, Files::get(&format!("{path}{ending}"))?.data)))
        .collect();
    if offered.is_empty() {
        return Some(answer);
    }
    let encodings: Vec<_> = offered.iter().map(|(encoding, _)| *encoding).collect();
    let wanted = Encoding::accepted_of(&encodings, asked.header(&header::ACCEPT_ENCODING));
    let body =
        offered.into_iter().find(|(encoding, _)| *encoding == wanted).map_or(plain.data, |(_, data)| data);
    Some(answer.packed(wanted, bytes(body)))
}

/// Files of the binary are sent without a copy.
fn bytes(data: Cow<'static, [u8]>) -> Bytes {
    match data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => data.into(),
    }
}
