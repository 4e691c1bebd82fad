//! Which compression a client takes, and the compressing. It is done once a tile, so it may take its time.

use crate::quality::preferences;
use std::io::{self, Write as _};

/// A compression, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Encoding {
    Brotli,
    Zstd,
    Gzip,
    Identity,
}

impl Encoding {
    /// Those that we write, the smallest result first.
    const COMPRESSED: [Self; 3] = [Self::Brotli, Self::Zstd, Self::Gzip];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    /// The best that a client takes by its `Accept-Encoding`. What it asks for with equal weight is ours to choose.
    pub(super) fn accepted(header: &str) -> Self {
        Self::accepted_of(&Self::COMPRESSED, header)
    }

    /// The same among those that are offered, the smallest result first.
    pub(crate) fn accepted_of(offered: &[Self], header: &str) -> Self {
        let wanted = preferences(header);
        let weight = |encoding: Self| {
            let named = wanted.iter().find(|wish| wish.value == encoding.as_str());
            named.or_else(|| wanted.iter().find(|wish| wish.value == "*")).map_or(0.0, |wish| wish.weight)
        };
        let mut best = Self::Identity;
        let mut most = 0.0;
        for &encoding in offered {
            if weight(encoding) > most {
                (best, most) = (encoding, weight(encoding));
            }
        }
        best
    }

    /// The bytes in this encoding.
    pub(super) fn encode(self, plain: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Identity => Ok(plain.to_vec()),
            Self::Gzip => {
                let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(7));
                encoder.write_all(plain)?;
                encoder.finish()
            }
            Self::Zstd => zstd::encode_all(plain, 9),
            Self::Brotli => {
                let mut out = Vec::new();
                let settings = brotli::enc::BrotliEncoderParams { quality: 6, ..Default::default() };
                brotli::BrotliCompress(&mut &*plain, &mut out, &settings)?;
                Ok(out)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_chooses_then_we_do() {
        assert_eq!(Encoding::accepted(""), Encoding::Identity);
        assert_eq!(Encoding::accepted("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(Encoding::accepted("gzip;q=1, br;q=0.5"), Encoding::Gzip);
        assert_eq!(Encoding::accepted("br;q=0, *"), Encoding::Zstd);
        assert_eq!(Encoding::accepted("identity"), Encoding::Identity);
        let files = [Encoding::Brotli, Encoding::Gzip];
        assert_eq!(Encoding::accepted_of(&files, "zstd, gzip;q=0.5"), Encoding::Gzip);
        assert_eq!(Encoding::accepted_of(&files, "zstd"), Encoding::Identity);
    }

    #[test]
    fn bytes_survive_every_encoding() {
        let plain = b"Temirtau, Temirtau, Temirtau".repeat(20);
        for encoding in Encoding::COMPRESSED {
            let packed = encoding.encode(&plain).unwrap();
            assert!(packed.len() < plain.len());
            let unpacked = match encoding {
                Encoding::Zstd => zstd::decode_all(&*packed).unwrap(),
                Encoding::Gzip => {
                    let mut out = Vec::new();
                    io::copy(&mut flate2::read::GzDecoder::new(&*packed), &mut out).unwrap();
                    out
                }
                _ => {
                    let mut out = Vec::new();
                    brotli::BrotliDecompress(&mut &*packed, &mut out).unwrap();
                    out
                }
            };
            assert_eq!(unpacked, plain, "{encoding:?}");
        }
    }
}
