//! What a zoom can show without any tile growing beyond its budget.
//!
//! Decided for a whole zoom, never for a tile, so that neighbours agree: from which zoom on hotspots are single, have their names,
//! their outlines and their zones. It follows from where the hotspots of a release are, of all days and kinds, and from nothing that
//! is asked; so it is the same for every request, and a filter never makes a tile look another way.

use crate::{EXTENT, MAX_ZOOM, mercator::unit_at};
use geo::Coord;

/// What a tile may weigh before compression, in bytes.
pub const BUDGET: usize = 500_000;

/// What the hotspots of a tile may weigh together; zones, outlines and the base map have the rest.
const HOTSPOTS: usize = 300_000;
/// What outlines of hotspots may weigh.
const OUTLINES: usize = 50_000;
/// What zones may weigh.
const ZONES: usize = 80_000;

/// What a hotspot takes with its names in four languages. In six tiles over towns, at zoom 14 of a made-up release of a million, it was
/// 335 to 374 bytes on average.
const WITH_NAMES: usize = 400;
/// What a hotspot takes without names: reckoned, not measured.
const SLIM: usize = 60;
/// What an outline takes: reckoned, not measured.
const OUTLINE: usize = 120;
/// What a zone takes. In the same tiles it was 136 to 215 bytes on average; long rivers have more corners.
const ZONE: usize = 500;

/// The lowest zoom at which hotspots can be single: below it, their symbols would hide each other in any release.
const SINGLE_FROM: u8 = 9;

/// The most hotspots of one tile of the highest zoom; more are held back, the least severe first.
pub(crate) const MOST_SINGLE: usize = HOTSPOTS / SLIM;

/// A zoom that no tile has: what begins there is never drawn.
const NEVER: u8 = MAX_ZOOM + 1;

/// The zooms from which a release shows more; [`NEVER`] where even the highest has no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Budget {
    /// From here on hotspots are single; at the highest zoom always.
    pub(crate) single_from: u8,
    /// From here on single ones have their names.
    pub(crate) named_from: u8,
    /// From here on outlines of hotspots are drawn.
    pub(crate) outlines_from: u8,
    /// From here on zones are drawn.
    pub(crate) zones_from: u8,
}

impl Budget {
    /// By the places of hotspots, of those with an outline, and of zones.
    pub(crate) fn of(hotspots: &[Coord<f64>], outlines: &[Coord<f64>], zones: &[Coord<f64>]) -> Self {
        let crowds = Crowds::of(hotspots);
        let single_from = crowds.first_zoom(SINGLE_FROM, HOTSPOTS / SLIM).min(MAX_ZOOM);
        Self {
            single_from,
            named_from: crowds.first_zoom(single_from, HOTSPOTS / WITH_NAMES),
            outlines_from: Crowds::of(outlines).first_zoom(0, OUTLINES / OUTLINE),
            zones_from: Crowds::of(zones).first_zoom(0, ZONES / ZONE),
        }
    }
}

/// How many are in the fullest tile of each zoom.
struct Crowds([usize; MAX_ZOOM as usize + 1]);

impl Crowds {
    fn of(places: &[Coord<f64>]) -> Self {
        let mut tiles: Vec<u64> = places.iter().map(|place| interleaved(*place)).collect();
        tiles.sort_unstable();
        let mut fullest = [0; MAX_ZOOM as usize + 1];
        for (zoom, fullest) in fullest.iter_mut().enumerate() {
            let shift = 2 * (usize::from(MAX_ZOOM) - zoom);
            *fullest = tiles.chunk_by(|a, b| a >> shift == b >> shift).map(<[u64]>::len).max().unwrap_or(0);
        }
        Self(fullest)
    }

    /// The first zoom, from one on, whose fullest tile has no more than so many.
    fn first_zoom(&self, from: u8, most: usize) -> u8 {
        (from..NEVER).find(|zoom| self.0[usize::from(*zoom)] <= most).unwrap_or(NEVER)
    }
}

/// The tile of the highest zoom, its column and row interleaved: those of one tile of a lower zoom follow each other.
fn interleaved(place: Coord<f64>) -> u64 {
    let unit = unit_at(place, MAX_ZOOM);
    let [x, y] = [unit.x / EXTENT, unit.y / EXTENT].map(|index| index as u64);
    (0..u64::from(MAX_ZOOM))
        .fold(0, |mixed, bit| mixed | (x >> bit & 1) << (2 * bit) | (y >> bit & 1) << (2 * bit + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many places within a tile of zoom 9, spread over its tiles of zoom 12.
    fn spread(count: usize) -> Vec<Coord<f64>> {
        let side = 1.0 / 512.0;
        let place = |n: usize| Coord {
            x: 360.0 * side + side * ((n % 64) as f64 + 0.5) / 64.0,
            y: 170.0 * side + side * ((n / 64 % 64) as f64 + 0.5) / 64.0,
        };
        (0..count).map(place).collect()
    }

    #[test]
    fn few_hotspots_are_single_and_named_as_early_as_can_be() {
        let budget = Budget::of(&spread(90), &spread(5), &spread(50));
        let all = Budget { single_from: 9, named_from: 9, outlines_from: 0, zones_from: 0 };
        assert_eq!(budget, all);
        assert_eq!(Budget::of(&[], &[], &[]), all);
    }

    #[test]
    fn a_crowd_is_shown_where_it_has_room() {
        let budget = Budget::of(&spread(16_384), &[], &spread(800));
        // 16,384 in a tile of zoom 9 are 4,096 in each of zoom 10 and 256 in each of zoom 12.
        assert_eq!((budget.single_from, budget.named_from), (10, 12));
        // The first 800 fill thirteen rows of 64: 400 in a tile of zoom 10, 208 of zoom 11, 64 of zoom 12.
        assert_eq!(budget.zones_from, 12);
    }

    #[test]
    fn all_at_one_place_end_at_the_highest_zoom() {
        let one_place = |count| vec![Coord { x: 0.7, y: 0.35 }; count];
        let budget = Budget::of(&one_place(10_000), &one_place(1_000), &one_place(1_000));
        let crowded =
            Budget { single_from: MAX_ZOOM, named_from: NEVER, outlines_from: NEVER, zones_from: NEVER };
        assert_eq!(budget, crowded);
        let fewer = Budget::of(&one_place(HOTSPOTS / SLIM), &[], &[]);
        assert_eq!((fewer.single_from, fewer.named_from), (SINGLE_FROM, NEVER));
    }
}
