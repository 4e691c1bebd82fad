//! Around towns: the larger one is, the more lie there, and a few draw far more than their size would.

use super::moved;
use crate::{
    areas::Areas,
    draw::{Draw, Subject},
    shares::Cumulative,
};
use rstar::{RTree, primitives::GeomWithData};
use terrikon_core::{CollectionId, Feature, Names, Release};

/// Residents where no source gives them, by the rank of the town: below those of its rank that are known.
const BY_RANK: [u64; 6] = [700_000, 170_000, 40_000, 15_000, 4_000, 300];

/// A few towns of one industry have a hundred times what others of their size have: Pareto's law with this exponent.
const TAIL: f64 = 1.3;

/// And none has more than so many times.
const LONGEST: f64 = 100.0;

/// One degree of longitude in degrees of latitude at 48° N, for finding who is nearest.
const NARROW: f64 = 0.669;

#[derive(Debug)]
struct Town<'a> {
    at: [f64; 2],
    names: &'a Names,
    residents: u64,
}

/// The settlements of the oblasts of today.
#[derive(Debug)]
pub(super) struct Towns<'a> {
    towns: Vec<Town<'a>>,
    drawn: Cumulative,
    nearest: RTree<GeomWithData<[f64; 2], usize>>,
}

impl<'a> Towns<'a> {
    pub(super) fn of(base: &'a Release, areas: &Areas, seed: u64) -> Self {
        let settlements = &base.collection(CollectionId::Settlements).features;
        let inside = settlements.iter().filter_map(|feature| {
            let at = feature.position.filter(|at| areas.oblast_today(*at).is_some())?;
            Some(Town { at, names: &feature.names, residents: residents(feature) })
        });
        let towns: Vec<_> = inside.collect();
        let weights = towns.iter().enumerate().map(|(number, town)| {
            let luck =
                libm::pow(1.0 - Draw::of(seed, Subject::Town, number).unit(), -1.0 / TAIL).min(LONGEST);
            (town.residents as f64 * luck) as u64
        });
        let drawn = Cumulative::of(weights);
        let points =
            towns.iter().enumerate().map(|(number, town)| GeomWithData::new(narrowed(town.at), number));
        let nearest = RTree::bulk_load(points.collect());
        Self { towns, drawn, nearest }
    }

    /// A position around a town, and what that is called; `None` where there is no town.
    pub(super) fn around(&self, draw: &mut Draw) -> Option<([f64; 2], &'a Names)> {
        let town = self.towns.get(self.drawn.pick(draw)?)?;
        // 1.2 km on average in a village, 7 km in a city of a million.
        let metres = draw.exponential(1_200.0 + 6.0 * (town.residents as f64).sqrt());
        let (sin, cos) = draw.direction();
        Some((moved(town.at, metres * sin, metres * cos), town.names))
    }

    /// What the nearest town is called.
    pub(super) fn nearest(&self, at: [f64; 2]) -> Option<&'a Names> {
        let found = self.nearest.nearest_neighbor(&narrowed(at))?;
        self.towns.get(found.data).map(|town| town.names)
    }
}

fn narrowed([lon, lat]: [f64; 2]) -> [f64; 2] {
    [lon * NARROW, lat]
}

fn residents(settlement: &Feature) -> u64 {
    if let Some(known) = settlement.number("population") {
        return known.max(0.0) as u64;
    }
    let rank = settlement.number("rank").map_or(BY_RANK.len(), |rank| rank as usize);
    BY_RANK[rank.clamp(1, BY_RANK.len()) - 1]
}
