//! Where readers report errors in the data, as the operator says.

use url::Url;

/// An address to write to (`mailto:`) or a page that takes reports (`https:`), such as a new issue of a tracker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReportAddress(Url);

/// An address for reports that is neither `mailto:somebody@host` nor `https://…`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no address for reports: expected something like mailto:map@example.org or https://example.org/issues/new"
)]
pub struct InvalidReportAddress(String);

impl ReportAddress {
    pub(crate) fn parse(text: &str) -> Result<Self, InvalidReportAddress> {
        let url = Url::parse(text).ok().filter(|url| {
            url.fragment().is_none()
                && match url.scheme() {
                    "mailto" => url.path().contains('@'),
                    "https" => url.has_host() && url.username().is_empty() && url.password().is_none(),
                    _ => false,
                }
        });
        url.map(Self).ok_or_else(|| InvalidReportAddress(text.to_owned()))
    }

    /// As the operator gave it.
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The address with a subject and a body filled in.
    pub(crate) fn prefilled(&self, subject: &str, body: &str) -> String {
        let title = if self.0.scheme() == "mailto" { "subject" } else { "title" };
        let mut url = self.0.clone();
        url.query_pairs_mut().append_pair(title, subject).append_pair("body", body);
        // Mail programs take a plus for a plus (RFC 6068); a real one is escaped already.
        url.as_str().replace('+', "%20")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_and_trackers_are_prefilled() {
        let mail = ReportAddress::parse("mailto:map@example.org").unwrap();
        assert_eq!(
            mail.prefilled("a & b", "kz-x, release r1+2"),
            "mailto:map@example.org?subject=a%20%26%20b&body=kz-x%2C%20release%20r1%2B2"
        );
        let tracker = ReportAddress::parse("https://example.org/issues/new?labels=data").unwrap();
        assert_eq!(tracker.prefilled("x", "y"), "https://example.org/issues/new?labels=data&title=x&body=y");
    }

    #[test]
    fn anything_else_is_refused() {
        for address in [
            "",
            "map@example.org",
            "mailto:",
            "mailto:nobody",
            "http://example.org",
            "javascript:alert(1)",
            "https://user:pw@example.org/",
            "https://example.org/#top",
            "data:text/html,x",
        ] {
            assert!(ReportAddress::parse(address).is_err(), "{address}");
        }
    }
}
