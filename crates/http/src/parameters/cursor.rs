//! Where a page begins, in a form that clients need not understand: of one release, of one filter and order, and safe in a URL.

use super::Parameters;
use crate::problem::{Hint, Problem, Slug};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};
use terrikon_core::ReleaseId;
use terrikon_store::PageStart;

/// The parameters whose values a cursor is of: with others the same place is another one.
const QUESTION: [&str; 5] = ["filter", "filter-lang", "filter-crs", "sortby", "lang"];

/// A mark of the filter and the order that a request asks with; empty where it has neither.
pub(crate) fn question<'a>(get: impl Fn(&str) -> Option<&'a str>) -> String {
    let values = QUESTION.map(|name| get(name).map(str::trim).unwrap_or_default());
    if values[0].is_empty() && values[3].is_empty() {
        return String::new();
    }
    // No parameter holds a NUL behind which another value could be taken for a part of it: filters refuse it.
    format!(".{:.8}", URL_SAFE_NO_PAD.encode(Sha256::digest(values.join("\0"))))
}

/// The text of a cursor; `None` for the first page, which needs none.
pub(crate) fn cursor(start: &PageStart, release: &ReleaseId, question: &str) -> Option<String> {
    let (sign, id) = match start {
        PageStart::First => return None,
        PageStart::After(id) => ('>', id),
        PageStart::Before(id) => ('<', id),
    };
    Some(URL_SAFE_NO_PAD.encode(format!("{release}{question}{sign}{id}")))
}

/// Reads `cursor`.
pub(crate) fn read_cursor(parameters: &Parameters<'_>, release: &ReleaseId) -> Result<PageStart, Problem> {
    let Some(text) = parameters.get("cursor") else { return Ok(PageStart::First) };
    let invalid = || Problem::new(Slug::InvalidCursor).parameter("cursor").hint(Hint::StartAgain);
    let plain = URL_SAFE_NO_PAD
        .decode(text)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or_else(invalid)?;
    let at = plain.find(['<', '>']).ok_or_else(invalid)?;
    let (of, rest) = plain.split_at(at);
    let (of, asked) = of.split_at(of.find('.').unwrap_or(of.len()));
    let of = ReleaseId::parse(of).ok_or_else(invalid)?;
    if of != *release {
        return Err(Problem::new(Slug::StaleCursor)
            .parameter("cursor")
            .with("release", of.as_str())
            .with("current", release.as_str())
            .hint(Hint::StartAgain));
    }
    if asked != question(|name| parameters.get(name)) {
        return Err(Problem::new(Slug::ForeignCursor).parameter("cursor").hint(Hint::StartAgain));
    }
    let id = rest.get(1..).unwrap_or_default().to_owned();
    Ok(if rest.starts_with('>') { PageStart::After(id) } else { PageStart::Before(id) })
}
