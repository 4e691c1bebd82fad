//! Where hotspots lie: most around towns, some along rivers, some anywhere.

mod rivers;
mod towns;

use crate::{
    areas::Areas,
    draw::{Draw, Subject},
    shares::{Shares, pick},
};
use rivers::Rivers;
use terrikon_core::{Names, Release, release::round};
use towns::Towns;

/// Metres of one degree of latitude. Made-up positions need no ellipsoid; no distance is stated from this.
const METRES_PER_DEGREE: f64 = 111_200.0;

/// How many lie at the very position of another.
const SHARED: f64 = 0.005;

/// How often one is tried where the first try is across a border.
const TRIES: usize = 64;

/// Why a hotspot is where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Around a town.
    Town,
    /// Beside a river.
    River,
    /// Anywhere.
    Thin,
}

const ORIGINS: &Shares<Origin> = &[(80, Origin::Town), (10, Origin::River), (10, Origin::Thin)];

/// A position of a hotspot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot<'a> {
    /// Degrees, as precise as a release.
    pub(crate) at: [f64; 2],
    /// Why it is there.
    pub(crate) origin: Origin,
    /// What the town is called that it is at, or the nearest one.
    pub(crate) town: Option<&'a Names>,
}

/// Where hotspots may lie.
pub(crate) struct Places<'a> {
    seed: u64,
    areas: &'a Areas,
    towns: Towns<'a>,
    rivers: Rivers,
}

impl<'a> Places<'a> {
    pub(crate) fn of(base: &'a Release, areas: &'a Areas, seed: u64) -> Self {
        Self { seed, areas, towns: Towns::of(base, areas, seed), rivers: Rivers::of(base, areas) }
    }

    /// Where a hotspot lies: always in an oblast of today. Follows from its number, 1 or greater.
    pub(crate) fn spot(&self, number: usize) -> Spot<'a> {
        let mut number = number;
        loop {
            let mut draw = Draw::of(self.seed, Subject::Place, number);
            // The other has a smaller number, so that this ends, and another count changes nothing.
            if number > 1 && draw.chance(SHARED) {
                number = 1 + draw.below(number as u64 - 1) as usize;
                continue;
            }
            return self.own(&mut draw);
        }
    }

    fn own(&self, draw: &mut Draw) -> Spot<'a> {
        let origin = pick(ORIGINS, draw).copied().unwrap_or(Origin::Thin);
        for _ in 0..TRIES {
            let (at, town) = match origin {
                Origin::Town => match self.towns.around(draw) {
                    Some((at, town)) => (at, Some(town)),
                    None => (self.anywhere(draw), None),
                },
                Origin::River => (self.rivers.beside(draw).unwrap_or_else(|| self.anywhere(draw)), None),
                Origin::Thin => (self.anywhere(draw), None),
            };
            let at = at.map(round);
            if self.areas.oblast_today(at).is_some() {
                return Spot { at, origin, town: town.or_else(|| self.towns.nearest(at)) };
            }
        }
        let at = self.areas.anchor();
        Spot { at, origin: Origin::Thin, town: self.towns.nearest(at) }
    }

    /// As likely in one square kilometre as in any other.
    fn anywhere(&self, draw: &mut Draw) -> [f64; 2] {
        let extent = self.areas.extent();
        let sine = |lat: f64| libm::sin(lat.to_radians());
        let lat = libm::asin(draw.between(sine(extent.south), sine(extent.north))).to_degrees();
        [draw.between(extent.west, extent.east), lat]
    }
}

/// A position so many metres to the east and to the north.
pub(crate) fn moved([lon, lat]: [f64; 2], east: f64, north: f64) -> [f64; 2] {
    let narrow = libm::cos(lat.to_radians()).max(0.01);
    [lon + east / (METRES_PER_DEGREE * narrow), lat + north / METRES_PER_DEGREE]
}
