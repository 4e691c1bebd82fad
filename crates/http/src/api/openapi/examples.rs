//! Answers of the bundled release, as a test wrote them: `INSTA_UPDATE=always cargo test --test http openapi` writes them anew.

use serde_json::Value;

/// Answers by method, path and media type, with placeholders for the origin and the release.
const WRITTEN: &str = include_str!("examples.json");

/// The origin in the file.
const ORIGIN: &str = "http://terrikon.test";

/// The release in the file.
const RELEASE: &str = "r0000000000000000";

/// Examples with real addresses.
#[derive(Debug)]
pub(super) struct Examples(Value);

/// The examples, with their links under `base` and of `release`.
pub(super) fn read(base: &str, release: Option<&str>) -> Examples {
    let text = WRITTEN.replace(ORIGIN, base).replace(RELEASE, release.unwrap_or(RELEASE));
    // An origin has no letter that JSON would have to escape, so the text stays JSON.
    Examples(serde_json::from_str(&text).unwrap_or_default())
}

impl Examples {
    /// The example of an answer.
    pub(super) fn of(&self, method: &str, path: &str, media: &str) -> Option<Value> {
        self.0.get(format!("{method} {path} {media}")).map(|example| example["answer"].clone())
    }
}
