//! Where a page begins, in a form that clients need not understand: of one release, and safe in a URL.

use super::Parameters;
use crate::problem::{Hint, Problem, Slug};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use terrikon_core::ReleaseId;
use terrikon_store::PageStart;

/// The text of a cursor; `None` for the first page, which needs none.
pub(crate) fn cursor(start: &PageStart, release: &ReleaseId) -> Option<String> {
    let (sign, id) = match start {
        PageStart::First => return None,
        PageStart::After(id) => ('>', id),
        PageStart::Before(id) => ('<', id),
    };
    Some(URL_SAFE_NO_PAD.encode(format!("{release}{sign}{id}")))
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
    let of = ReleaseId::parse(of).ok_or_else(invalid)?;
    if of != *release {
        return Err(Problem::new(Slug::StaleCursor)
            .parameter("cursor")
            .with("release", of.as_str())
            .with("current", release.as_str())
            .hint(Hint::StartAgain));
    }
    let id = rest.get(1..).unwrap_or_default().to_owned();
    Ok(if rest.starts_with('>') { PageStart::After(id) } else { PageStart::Before(id) })
}
