//! The CRSs that answers may be in: their names, axes and units.

use std::fmt;

/// A CRS that answers may be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Crs(Code);

/// Who names it, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
enum Code {
    /// OGC's WGS84 with longitude first.
    #[default]
    Crs84,
    /// A code of the EPSG dataset.
    Epsg(u16),
}

/// The order of axes in a CRS as its authority defines it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axes {
    /// Longitude or easting first.
    EastNorth,
    /// Latitude or northing first.
    NorthEast,
}

/// What coordinates count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Degrees.
    Degree,
    /// Metres.
    Metre,
}

/// A name that is none of [`Crs::ALL`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no CRS that is offered here")]
pub struct UnknownCrs(pub String);

impl Crs {
    /// WGS84, longitude first: what everything is stored in.
    pub const CRS84: Self = Self(Code::Crs84);

    /// WGS84, longitude first; WGS84, latitude first; web Mercator; Pulkovo 1942 in degrees and in the zones of
    /// Gauss-Krüger; WGS84 in the zones of UTM. Zones 38 to 45 (8 to 15) reach from the Caspian to the Altai.
    pub const ALL: [Self; 20] = [
        Self::CRS84,
        Self(Code::Epsg(4326)),
        Self(Code::Epsg(3857)),
        Self(Code::Epsg(4284)),
        Self(Code::Epsg(28408)),
        Self(Code::Epsg(28409)),
        Self(Code::Epsg(28410)),
        Self(Code::Epsg(28411)),
        Self(Code::Epsg(28412)),
        Self(Code::Epsg(28413)),
        Self(Code::Epsg(28414)),
        Self(Code::Epsg(28415)),
        Self(Code::Epsg(32638)),
        Self(Code::Epsg(32639)),
        Self(Code::Epsg(32640)),
        Self(Code::Epsg(32641)),
        Self(Code::Epsg(32642)),
        Self(Code::Epsg(32643)),
        Self(Code::Epsg(32644)),
        Self(Code::Epsg(32645)),
    ];

    /// Reads a name: the URI `http://www.opengis.net/def/crs/EPSG/0/4326`, `EPSG:4326`, the CURIE `[EPSG:4326]` or
    /// the URN `urn:ogc:def:crs:EPSG::4326`; for CRS84 likewise `OGC:CRS84` and so on.
    ///
    /// # Errors
    /// [`UnknownCrs`] for all else.
    pub fn parse(name: &str) -> Result<Self, UnknownCrs> {
        let unknown = || UnknownCrs(name.to_owned());
        let name = name.trim();
        let bare = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(name);
        let web = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
        let of_epsg = web
            .and_then(|web| web.strip_prefix("www.opengis.net/def/crs/EPSG/0/"))
            .or_else(|| bare.strip_prefix("urn:ogc:def:crs:EPSG::"))
            .or_else(|| bare.get(..5).filter(|head| head.eq_ignore_ascii_case("EPSG:")).and(bare.get(5..)));
        let known = match of_epsg {
            // Compared as texts: a code has one spelling, neither +4326 nor 04326.
            Some(code) => {
                Self::ALL.into_iter().find(|crs| matches!(crs.0, Code::Epsg(own) if own.to_string() == code))
            }
            None => {
                let crs84 = web == Some("www.opengis.net/def/crs/OGC/1.3/CRS84")
                    || ["CRS84", "OGC:CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84"].contains(&bare);
                crs84.then_some(Self::CRS84)
            }
        };
        known.ok_or_else(unknown)
    }

    /// The URI by which OGC standards refer to it.
    #[must_use]
    pub fn uri(self) -> String {
        match self.0 {
            Code::Crs84 => "http://www.opengis.net/def/crs/OGC/1.3/CRS84".to_owned(),
            Code::Epsg(code) => format!("http://www.opengis.net/def/crs/EPSG/0/{code}"),
        }
    }

    /// The order of axes: as the EPSG dataset has it, zones of UTM begin with the easting and zones of Gauss-Krüger
    /// with the northing.
    #[must_use]
    pub const fn axes(self) -> Axes {
        match self.0 {
            Code::Epsg(4326 | 4284 | 28408..=28415) => Axes::NorthEast,
            Code::Crs84 | Code::Epsg(_) => Axes::EastNorth,
        }
    }

    /// What its coordinates count.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self.0 {
            Code::Crs84 | Code::Epsg(4326 | 4284) => Unit::Degree,
            Code::Epsg(_) => Unit::Metre,
        }
    }

    /// The longitude of the middle of a zone; `None` for what has no zones.
    pub(crate) fn central_meridian(self) -> Option<f64> {
        match self.0 {
            // Six degrees each; UTM counts from 180° W, Gauss-Krüger from Greenwich.
            Code::Epsg(code @ 28_401..=28_432) => Some(f64::from(code - 28_400) * 6.0 - 3.0),
            Code::Epsg(code @ 32_601..=32_660) => Some(f64::from(code - 32_600) * 6.0 - 183.0),
            _ => None,
        }
    }

    /// Whether its coordinates are those of WGS84 in degrees, in whatever order.
    #[must_use]
    pub const fn is_wgs84_degrees(self) -> bool {
        matches!(self.0, Code::Crs84 | Code::Epsg(4326))
    }
}

/// The short name: `EPSG:28413` or `OGC:CRS84`.
impl fmt::Display for Crs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Code::Crs84 => f.write_str("OGC:CRS84"),
            Code::Epsg(code) => write!(f, "EPSG:{code}"),
        }
    }
}
