//! Where an archive lies.

use crate::ArchiveError;
use object_store::{
    ClientOptions, ObjectStore, aws::AmazonS3Builder, http::HttpBuilder, local::LocalFileSystem, path::Path,
};
use std::{convert::Infallible, fmt, path::PathBuf, str::FromStr};
use url::Url;

/// A file, or an object that is read piece by piece over the network.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// A file of this machine.
    File(PathBuf),
    /// `s3://bucket/key`. Region, endpoint and what lets us in come from the environment: `AWS_REGION`, `AWS_ENDPOINT`, `AWS_ACCESS_KEY_ID`,
    /// `AWS_SECRET_ACCESS_KEY`, `AWS_SKIP_SIGNATURE` for public buckets, and the other names of the AWS tools.
    S3(Url),
    /// A web server that sends ranges of bytes.
    Web(Url),
}

impl FromStr for Place {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let url = Url::parse(text).ok();
        Ok(match url {
            Some(url) if url.scheme() == "s3" => Self::S3(url),
            Some(url) if matches!(url.scheme(), "http" | "https") => Self::Web(url),
            _ => Self::File(text.into()),
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            // Without user, password and query, which may let somebody in.
            Self::S3(url) | Self::Web(url) => {
                write!(f, "{}://{}{}", url.scheme(), url.host_str().unwrap_or_default(), url.path())
            }
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Place {
    /// What reads there, and the path in it.
    ///
    /// # Errors
    /// [`ArchiveError::Place`] where nothing can be read there.
    pub(crate) fn open(&self) -> Result<(Box<dyn ObjectStore>, Path), ArchiveError> {
        let refused = |told: String| ArchiveError::Place { place: self.to_string(), told };
        let failed = |error: object_store::Error| refused(error.to_string());
        match self {
            Self::File(path) => {
                let path = path.canonicalize().map_err(|error| refused(error.to_string()))?;
                let path = Path::from_absolute_path(path).map_err(|error| refused(error.to_string()))?;
                Ok((Box::new(LocalFileSystem::new()), path))
            }
            Self::S3(url) => {
                secure();
                let bucket = url.host_str().ok_or_else(|| refused("expected s3://bucket/key".into()))?;
                let store = AmazonS3Builder::from_env().with_bucket_name(bucket).build().map_err(failed)?;
                let path = Path::from_url_path(url.path()).map_err(|error| refused(error.to_string()))?;
                Ok((Box::new(store), path))
            }
            Self::Web(url) => {
                secure();
                if url.query().is_some() {
                    return Err(refused("an address with a query can't be read in ranges".into()));
                }
                let client = ClientOptions::new().with_allow_http(url.scheme() == "http");
                let origin = &url[..url::Position::BeforePath];
                let store = HttpBuilder::new()
                    .with_url(origin)
                    .with_client_options(client)
                    .build()
                    .map_err(failed)?;
                let path = Path::from_url_path(url.path()).map_err(|error| refused(error.to_string()))?;
                Ok((Box::new(store), path))
            }
        }
    }
}

/// Chooses the cryptography of TLS once for the process. Whoever chose before has chosen well.
fn secure() {
    let _ = rustls::crypto::ring::default_provider().install_default();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lets_us_in_is_not_told() {
        let place: Place = "https://user:secret@example.org/map.pmtiles?key=secret".parse().unwrap();
        assert_eq!(
            format!("{place} {place:?}"),
            "https://example.org/map.pmtiles https://example.org/map.pmtiles"
        );
        assert!(matches!("s3://maps/2026/map.pmtiles".parse(), Ok(Place::S3(_))));
        assert!(matches!("C:/maps/map.pmtiles".parse(), Ok(Place::File(_))));
        assert!(matches!("map.pmtiles".parse(), Ok(Place::File(_))));
    }
}
