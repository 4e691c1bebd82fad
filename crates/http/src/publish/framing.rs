//! Which pages of others may hold the embedded map in a frame.

use axum::http::HeaderValue;

/// All that the framed page may load is ours, and nothing in it is inline. What follows are those who may frame it.
macro_rules! policy {
    ($ancestors:literal) => {
        concat!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; ",
            "font-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ",
            $ancestors
        )
    };
}

/// The policy of the framed page, with those who may frame it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Framing(HeaderValue);

/// A list of origins that can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no origin: expected origins such as https://example.org or https://*.example.org, parted by spaces, or * for all, or none"
)]
pub struct InvalidOrigins(String);

impl Default for Framing {
    /// Everybody: all that it shows is public, and there is nothing on it that a reader could be made to press by mistake.
    fn default() -> Self {
        Self(HeaderValue::from_static(policy!("*")))
    }
}

impl Framing {
    /// Reads origins, parted by spaces; `*` for everybody, `none` for nobody but ourselves.
    ///
    /// # Errors
    /// [`InvalidOrigins`] with the first word that is no origin.
    pub(crate) fn of(origins: &str) -> Result<Self, InvalidOrigins> {
        let words: Vec<&str> = origins.split_whitespace().collect();
        let ancestors = match words.as_slice() {
            ["*"] => "*".to_owned(),
            ["none"] => "'self'".to_owned(),
            [] => return Err(InvalidOrigins(origins.to_owned())),
            several => {
                let read: Result<Vec<_>, _> = several.iter().map(|word| origin(word)).collect();
                // Our own builder shows what it makes.
                format!("'self' {}", read?.join(" "))
            }
        };
        let value = HeaderValue::from_str(&format!(policy!("{}"), ancestors));
        value.map(Self).map_err(|_| InvalidOrigins(origins.to_owned()))
    }

    pub(crate) fn policy(&self) -> HeaderValue {
        self.0.clone()
    }
}

/// An origin as a policy writes it. What would end the directive or widen it is refused.
fn origin(word: &str) -> Result<String, InvalidOrigins> {
    let invalid = || InvalidOrigins(word.to_owned());
    let (scheme, rest) = word.split_once("://").ok_or_else(invalid)?;
    let (any, host) = rest.strip_prefix("*.").map_or(("", rest), |host| ("*.", host));
    let url = url::Url::parse(&format!("{scheme}://{host}")).map_err(|_| invalid())?;
    let bare = matches!(url.scheme(), "http" | "https")
        && url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    let text = url.origin().ascii_serialization();
    let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/.-[]".contains(&byte));
    if !bare || !plain {
        return Err(invalid());
    }
    let (scheme, host) = text.split_once("://").ok_or_else(invalid)?;
    Ok(format!("{scheme}://{any}{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ancestors(origins: &str) -> String {
        let policy = Framing::of(origins).unwrap().policy();
        policy.to_str().unwrap().split("frame-ancestors ").nth(1).unwrap().to_owned()
    }

    #[test]
    fn origins_become_those_who_may_frame() {
        assert_eq!(Framing::of("*").unwrap(), Framing::default());
        assert_eq!(ancestors("none"), "'self'");
        assert_eq!(ancestors("https://a.example/"), "'self' https://a.example");
        assert_eq!(
            ancestors(" https://*.a.example  http://localhost:8000 "),
            "'self' https://*.a.example http://localhost:8000"
        );
        assert_eq!(ancestors("https://новости.example"), "'self' https://xn--b1amnebsh.example");
    }

    #[test]
    fn what_is_no_origin_is_refused() {
        for wrong in [
            "",
            "a.example",
            "https://",
            "https://a.example/map",
            "ftp://a.example",
            "https://a.example;script-src",
            "* https://a.example",
            "https://a.example,https://b.example",
            "'unsafe-inline'",
            "https://u:p@a.example",
            "https://*",
        ] {
            assert!(Framing::of(wrong).is_err(), "{wrong}");
        }
    }
}
