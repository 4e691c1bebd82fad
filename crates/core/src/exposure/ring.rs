//! The report on one radius around a place, or on an area.

use super::{
    BySource, Caveat, ExposureError, People, Place, Surroundings,
    division::split,
    people::{Extents, compare, count, figure},
    sites::Site,
};
use crate::{
    Date,
    geodesic::{Target, area},
    population::PopulationGrid,
};
use geo::{Densify as _, Distance as _, Euclidean, Intersects as _, LinesIter as _, MultiPolygon, Point};
use serde::Serialize;
use std::slice;

/// From which part of the people on it is worth a word that they live where the release has no oblasts.
const WORTH_SAYING: f64 = 0.001;

/// Degrees between vertices of an area: there a geodesic leaves the parallel by 0.3 m at 50 degrees north.
const STRAIGHT: f64 = 0.05;

/// The most vertices that an area is given so; a longer outline has them farther apart.
const MOST_PIECES: f64 = 100_000.0;

/// What lies within one radius of a place, or within an area.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ring {
    /// Metres; `None` for an area that was given as such.
    pub radius_m: Option<f64>,
    /// Square metres of the area by its stated position.
    pub area_m2: f64,
    /// How many people.
    pub people: People,
    /// What each population source says of the area by its stated position; empty where the position is too vague.
    pub by_source: Vec<BySource>,
    /// The central figure by oblast on the day; adds up to it.
    pub by_oblast: Vec<ByOblast>,
    /// Settlements inside, the nearest first. Their residents are not added to the figure, which has them already.
    pub settlements: Vec<SettlementWithin>,
    /// Hotspots inside, the nearest first.
    pub hotspots: Vec<HotspotWithin>,
    /// Protected areas whose point is inside, or that may reach in, the nearest first.
    pub protected_areas: Vec<ProtectedWithin>,
    /// What a reader must know.
    pub caveats: Vec<Caveat>,
}

/// The people of an area who live in one oblast.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ByOblast {
    /// Its code; `None` for what lies in none that the release has.
    pub oblast: Option<String>,
    /// By the source of the central figure; `None` where that is not given.
    pub people: Option<f64>,
}

/// A settlement inside.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SettlementWithin {
    /// Its id in `settlements`.
    pub id: String,
    /// Metres from the place to the point of the settlement.
    pub distance_m: f64,
}

/// A hotspot inside.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HotspotWithin {
    /// Its id.
    pub id: String,
    /// Metres from the place to the nearest of its shape, as both are stated.
    pub distance_m: f64,
    /// How far off the hotspot's position may be, in metres.
    pub position_accuracy_m: f64,
}

/// A protected area inside, or one that may reach in: its outline is not in the data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProtectedWithin {
    /// Its id in `protected-areas`.
    pub id: String,
    /// Metres from the place to its point.
    pub distance_m: f64,
    /// Whether its point is inside; else it may reach in, by its size and how far off its point may be.
    pub point_inside: bool,
}

impl Surroundings {
    /// What lies within a radius, in metres, of a place; `but` is a hotspot that is not listed, being the place itself.
    ///
    /// # Errors
    /// Where the geometry, the radius or the accuracy can't be worked with.
    pub fn ring(
        &self,
        place: &Place,
        radius: f64,
        date: Date,
        but: Option<&str>,
    ) -> Result<Ring, ExposureError> {
        let reach = place.reach(radius)?;
        let mut ring = self.within(&reach.stated, reach.extents(), date);
        ring.radius_m = Some(radius);
        if !reach.is_known {
            ring.caveats
                .insert(0, Caveat::PositionAccuracy { accuracy_m: place.accuracy_m(), radius_m: radius });
        }
        let from = Target::new(place.geometry())?;
        let near = Near::new(&reach.stated);
        ring.settlements = self.settlements_within(&near, date, |position| {
            from.distance(position).ok().filter(|distance| *distance <= radius)
        });
        ring.hotspots = self.hotspots_within(&reach.stated, date, but, |site| {
            // To the nearest of the hotspot's shape from a point; from any other shape to the hotspot's symbol.
            let from_point = match place.geometry() {
                geo::Geometry::Point(point) => site.target.distance(*point),
                _ => from.distance(site.position.into()),
            };
            from_point.ok().filter(|distance| *distance <= radius)
        });
        ring.protected_areas = self.protected_within(&from, radius, date);
        self.compare_towns(&mut ring);
        Ok(ring)
    }

    /// Says where the towns inside have more residents than the figure can explain.
    fn compare_towns(&self, ring: &mut Ring) {
        let towns = ring.settlements.iter().filter_map(|within| self.settlement(&within.id)?.population);
        let residents = towns.sum::<u64>() as f64;
        if ring.people.most.is_some_and(|most| residents > most) {
            ring.caveats.push(Caveat::TownsExceed { residents });
        }
    }

    /// People within a radius, in metres, of a place.
    ///
    /// # Errors
    /// As [`Surroundings::ring`].
    pub fn people(&self, place: &Place, radius: f64) -> Result<People, ExposureError> {
        let reach = place.reach(radius)?;
        Ok(count(&self.populations, reach.extents()).0)
    }

    /// People in an area that is known exactly.
    #[must_use]
    pub fn people_in(&self, area: &MultiPolygon<f64>) -> People {
        let own = slice::from_ref(area);
        count(&self.populations, Extents { low: own, central: own, high: own }).0
    }

    /// The source that gives the figure of an area: the first that counts and has data there.
    #[must_use]
    pub fn counted_by(&self, area: &MultiPolygon<f64>) -> Option<&PopulationGrid> {
        self.populations.iter().map(AsRef::as_ref).find(|grid| figure(&grid.people(area)).is_some())
    }

    /// What lies within an area, in degrees, that is known exactly.
    ///
    /// # Errors
    /// Where it is empty or not finite.
    pub fn area(&self, zone: &MultiPolygon<f64>, date: Date) -> Result<Ring, ExposureError> {
        let target = Target::new(&zone.clone().into())?;
        let own = slice::from_ref(zone);
        // Edges are straight in degrees, as GeoJSON has them (RFC 7946, section 3.1.1), for people and towns alike.
        let mut ring = self.within(zone, Extents { low: own, central: own, high: own }, date);
        ring.area_m2 = area(&straight(zone));
        let near = Near::new(zone);
        let in_it = |position: Point| zone.intersects(&position).then_some(0.0);
        ring.settlements = self.settlements_within(&near, date, in_it);
        ring.hotspots = self.hotspots_within(zone, date, None, |site| in_it(site.position.into()));
        ring.protected_areas = self.protected_within(&target, 0.0, date);
        self.compare_towns(&mut ring);
        Ok(ring)
    }

    fn within(&self, stated: &MultiPolygon<f64>, extents: Extents<'_>, date: Date) -> Ring {
        let (people, mut by_source, mut caveats) = count(&self.populations, extents);
        let by_oblast = self.by_oblast(stated, &people, &by_source, date, &mut caveats);
        if let Some(caveat) = self.coarse(extents, &people) {
            caveats.push(caveat);
        }
        by_source.extend(compare(&self.compared, extents));
        Ring {
            radius_m: None,
            area_m2: area(stated),
            people,
            by_source,
            by_oblast,
            settlements: Vec::new(),
            hotspots: Vec::new(),
            protected_areas: Vec::new(),
            caveats,
        }
    }

    /// The split of the central figure, by the source that gave it.
    pub(super) fn by_oblast(
        &self,
        stated: &MultiPolygon<f64>,
        people: &People,
        by_source: &[BySource],
        date: Date,
        caveats: &mut Vec<Caveat>,
    ) -> Vec<ByOblast> {
        let gave = by_source.iter().position(|one| one.people.is_some());
        let grid = gave.and_then(|index| self.populations.get(index));
        let mut rest = people.central;
        let mut parts: Vec<ByOblast> = Vec::new();
        for part in split(stated, &self.oblasts, date) {
            let people = grid.map(|grid| grid.people(&part.area).people);
            rest = rest.zip(people).map(|(rest, people)| rest - people);
            parts.push(ByOblast { oblast: Some(part.oblast.code.clone()), people });
        }
        let outside = rest.zip(people.central).filter(|(rest, all)| *rest > all * WORTH_SAYING);
        if let Some((rest, _)) = outside {
            parts.push(ByOblast { oblast: None, people: Some(rest) });
            caveats.push(Caveat::OutsideCovered);
        }
        parts.sort_by(|a, b| b.people.unwrap_or(0.0).total_cmp(&a.people.unwrap_or(0.0)));
        parts
    }

    /// Whether the area is smaller than a cell of the grid that gives the figure, and what is certain then.
    fn coarse(&self, extents: Extents<'_>, people: &People) -> Option<Caveat> {
        let stated = extents.central.first()?;
        let tally = self.counted_by(stated)?.people(stated);
        (tally.cells < 1.0).then(|| Caveat::SmallerThanCell {
            least: people.least.unwrap_or(0.0),
            most: people.most.unwrap_or(0.0),
        })
    }

    fn settlements_within(
        &self,
        near: &Near,
        date: Date,
        distance: impl Fn(Point) -> Option<f64>,
    ) -> Vec<SettlementWithin> {
        let there =
            self.settlements.iter().filter(|spot| near.has(spot.position) && spot.validity.contains(date));
        let mut inside: Vec<SettlementWithin> = there
            .filter_map(|spot| {
                let distance_m = distance(spot.position.into())?;
                Some(SettlementWithin { id: spot.id.clone(), distance_m })
            })
            .collect();
        inside.sort_by(|a, b| a.distance_m.total_cmp(&b.distance_m).then_with(|| a.id.cmp(&b.id)));
        inside
    }

    fn protected_within(&self, from: &Target, radius: f64, date: Date) -> Vec<ProtectedWithin> {
        let there = self.protected_areas.iter().filter(|area| area.validity.contains(date));
        let mut inside: Vec<ProtectedWithin> = there
            .filter_map(|area| {
                let distance_m = from.distance(area.position.into()).ok()?;
                (distance_m <= radius + area.reach_m()).then(|| ProtectedWithin {
                    id: area.id.clone(),
                    distance_m,
                    point_inside: distance_m <= radius,
                })
            })
            .collect();
        inside.sort_by(|a, b| a.distance_m.total_cmp(&b.distance_m).then_with(|| a.id.cmp(&b.id)));
        inside
    }

    fn hotspots_within(
        &self,
        area: &MultiPolygon<f64>,
        date: Date,
        but: Option<&str>,
        distance: impl Fn(&Site) -> Option<f64>,
    ) -> Vec<HotspotWithin> {
        let there = self.hotspots.near(area, date).into_iter().filter(|site| but != Some(site.id.as_str()));
        let mut inside: Vec<HotspotWithin> = there
            .filter_map(|site| {
                Some(HotspotWithin {
                    distance_m: distance(&site)?,
                    id: site.id,
                    position_accuracy_m: site.accuracy_m,
                })
            })
            .collect();
        inside.sort_by(|a, b| a.distance_m.total_cmp(&b.distance_m).then_with(|| a.id.cmp(&b.id)));
        inside
    }
}

/// The same outline with vertices so near to each other that geodesics between them run along edges in degrees.
fn straight(zone: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let degrees: f64 =
        zone.lines_iter().map(|edge| Euclidean.distance(edge.start_point(), edge.end_point())).sum();
    Euclidean.densify(zone, STRAIGHT.max(degrees / MOST_PIECES))
}

/// The boxes around an area, for leaving out what is plainly outside.
struct Near(Vec<geo::Rect<f64>>);

impl Near {
    fn new(area: &MultiPolygon<f64>) -> Self {
        Self(area.iter().filter_map(geo::BoundingRect::bounding_rect).collect())
    }

    fn has(&self, [lon, lat]: [f64; 2]) -> bool {
        self.0.iter().any(|bounds| {
            (bounds.min().x..=bounds.max().x).contains(&lon)
                && (bounds.min().y..=bounds.max().y).contains(&lat)
        })
    }
}
