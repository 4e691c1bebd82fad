//! What both stores are asked for: days, filters and boxes, some of them chosen, most by chance.

use super::Pair;
use crate::chance::Chance;
use std::collections::BTreeSet;
use terrikon_core::{CollectionId, Date, Envelope, Kind, Status, Trust};
use terrikon_store::{HotspotFilter, Period};

/// Days before, between and after everything that comes and goes in the releases.
pub(super) const DAYS: [Date; 7] = [
    Date::constant(2018, 6, 18),
    Date::constant(2018, 6, 19),
    Date::constant(2021, 6, 30),
    Date::constant(2022, 6, 7),
    Date::constant(2022, 6, 8),
    Date::constant(2024, 6, 30),
    Date::constant(2026, 11, 21),
];

/// Words that the hotspots of a release have, and one that none has.
pub(super) struct Words {
    pub(super) oblasts: Vec<String>,
    pub(super) pollutants: Vec<String>,
    /// Days on which anything comes or goes, and those before.
    pub(super) days: Vec<Date>,
}

impl Words {
    pub(super) fn of(pair: &Pair) -> Self {
        let directory = pair.embedded.directory();
        let mut oblasts: BTreeSet<String> =
            directory.oblasts.iter().map(|oblast| oblast.code.clone()).collect();
        oblasts.insert("XX-0".to_owned());
        let mut pollutants = directory.pollutants.clone();
        pollutants.insert("none".to_owned());
        let features = pair.release.collections.iter().flat_map(|collection| &collection.features);
        let ends = features.flat_map(|feature| {
            let oblasts = feature.oblasts.iter().map(|area| area.validity);
            oblasts.chain([feature.validity]).flat_map(|days| [days.valid_from, days.valid_to])
        });
        let ends: BTreeSet<Date> = ends.flatten().collect();
        let around = ends.into_iter().flat_map(|day| [day.yesterday().unwrap(), day]);
        Self {
            oblasts: oblasts.into_iter().collect(),
            pollutants: pollutants.into_iter().collect(),
            days: DAYS.into_iter().chain(around).chain([Date::MIN, Date::MAX]).collect(),
        }
    }

    /// Each word alone.
    pub(super) fn filters(&self) -> Vec<HotspotFilter> {
        let none = HotspotFilter::default;
        let kinds = Kind::ALL.iter().map(|kind| HotspotFilter { kinds: vec![*kind], ..none() });
        let statuses = Status::ALL.iter().map(|status| HotspotFilter { statuses: vec![*status], ..none() });
        let trusts = Trust::ALL.iter().map(|trust| HotspotFilter { trusts: vec![*trust], ..none() });
        let pollutants =
            self.pollutants.iter().map(|code| HotspotFilter { pollutants: vec![code.clone()], ..none() });
        let oblasts = self.oblasts.iter().map(|code| HotspotFilter { oblasts: vec![code.clone()], ..none() });
        kinds.chain(statuses).chain(trusts).chain(pollutants).chain(oblasts).chain([none()]).collect()
    }

    pub(super) fn filter(&self, chance: &mut Chance) -> HotspotFilter {
        HotspotFilter {
            kinds: chance.some(Kind::ALL),
            statuses: chance.some(Status::ALL),
            trusts: chance.some(Trust::ALL),
            pollutants: chance.some(&self.pollutants),
            oblasts: chance.some(&self.oblasts),
        }
    }

    pub(super) fn day(&self, chance: &mut Chance) -> Date {
        *chance.pick(&self.days)
    }

    pub(super) fn period(&self, chance: &mut Chance) -> Period {
        let [a, b] = [self.day(chance), self.day(chance)];
        let end = |day, chance: &mut Chance| (!chance.is(0.2)).then_some(day);
        if chance.is(0.5) {
            Period::day(a)
        } else {
            Period { from: end(a.min(b), chance), to: end(a.max(b), chance) }
        }
    }
}

/// Boxes of every kind: the world, nothing, a point, a line, over the antimeridian, on the edge of data.
pub(super) fn boxes(pair: &Pair) -> Vec<Envelope> {
    let envelope = |west, south, east, north| Envelope { west, south, east, north };
    let mut boxes = vec![
        envelope(-180.0, -90.0, 180.0, 90.0),
        envelope(-180.0, -90.0, -180.0, 90.0),
        envelope(72.5, 30.0, -170.0, 90.0),
        envelope(170.0, -90.0, -180.0, 90.0),
        envelope(179.9, 40.0, -179.9, 80.0),
        envelope(72.0, 50.0, 71.0, 51.0),
        envelope(0.0, 0.0, 0.0, 0.0),
        envelope(66.0, 48.0, 78.0, 48.0),
        envelope(72.966_7, 30.0, 72.966_7, 60.0),
        envelope(180.0, 90.0, 180.0, 90.0),
    ];
    for collection in CollectionId::ALL {
        let features = &pair.release.collection(collection).features;
        for feature in features.iter().step_by(features.len() / 3 + 1) {
            let Some(own) = feature.envelope() else { continue };
            boxes.push(own);
            boxes.push(envelope(own.east, own.north, own.east, own.north));
            boxes.push(envelope(own.west - 1.0, own.south - 1.0, own.west, own.south));
            let [lon, lat] = feature.position.unwrap_or([own.west, own.south]);
            boxes.push(envelope(lon, lat, lon, lat));
        }
    }
    boxes.retain(|own| own.west >= -180.0 && own.east <= 180.0 && own.south >= -90.0 && own.north <= 90.0);
    boxes
}

pub(super) fn some_box(chance: &mut Chance) -> Envelope {
    let side = 10_f64.powf(chance.between(-2.0, 1.3));
    let (west, south) = (chance.between(46.0, 87.0), chance.between(37.0, 55.0));
    Envelope {
        west,
        south,
        east: (west + side).min(180.0),
        north: (south + side * chance.between(0.2, 1.0)).min(90.0),
    }
}
