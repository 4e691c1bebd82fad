//! Hotspots, ready to be measured to.

use crate::{
    Date, Described as _, Envelope, Kind, Names, Validity,
    geodesic::Target,
    table::{FeatureTable, Row},
};
use geo::{BoundingRect, Geometry, MultiPolygon, Point, Rect};
use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

/// How many outlines are kept ready: making one ready takes longer than measuring to it.
const KEPT: usize = 1_024;

/// Half the way around the world: nothing is farther.
const FARTHEST_M: f64 = 20_004_000.0;

/// Metres in a degree of latitude, at the least.
const DEGREE_M: f64 = 110_500.0;

/// The hotspots of a release.
pub struct Sites {
    table: Arc<FeatureTable>,
    /// By row, those that are no points.
    ready: Mutex<HashMap<usize, Arc<Target>>>,
}

/// A hotspot, ready to be measured to.
pub struct Site {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: Option<Kind>,
    /// Its shape, in degrees.
    pub geometry: Geometry<f64>,
    /// How far off it may be, in metres.
    pub accuracy_m: f64,
    /// When it exists.
    pub validity: Validity,
    /// Degrees of longitude and latitude of its symbol.
    pub position: [f64; 2],
    pub(super) target: Arc<Target>,
    /// Its names.
    pub names: Names,
}

impl Sites {
    pub(super) fn new(table: Arc<FeatureTable>) -> Self {
        Self { table, ready: Mutex::default() }
    }

    /// The hotspot with an id; `None` where it has no shape, or one that can't be measured to.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<Site> {
        self.site(&self.table.row(self.table.find(id)?))
    }

    /// Those of which something holds, ordered by id.
    pub fn of_which<'a>(&'a self, holds: impl Fn(&Row<'_>) -> bool + 'a) -> impl Iterator<Item = Site> + 'a {
        self.table.rows().filter(move |row| holds(row)).filter_map(|row| self.site(&row))
    }

    /// Those on a day whose box comes near an area, in degrees.
    pub(super) fn near(&self, area: &MultiPolygon<f64>, date: Date) -> Vec<Site> {
        let boxes = area.iter().filter_map(BoundingRect::bounding_rect).map(wider);
        let mut rows: Vec<usize> =
            boxes.flat_map(|bounds| self.table.boxes().within(&bounds)).map(|found| found.row).collect();
        rows.sort_unstable();
        rows.dedup();
        let rows = rows.into_iter().map(|row| self.table.row(row));
        rows.filter(|row| row.validity().contains(date)).filter_map(|row| self.site(&row)).collect()
    }

    /// Metres to each hotspot within a reach of a position on a day, else to the nearest; of those that are known to so many metres.
    pub(super) fn distances(&self, from: Point, reach_m: f64, accuracy_m: f64, date: Date) -> Vec<f64> {
        let known = |row: &Row<'_>| row.validity().contains(date) && accuracy(row) <= accuracy_m;
        // Each look goes four times as far.
        let mut look = reach_m;
        loop {
            let found = self.table.boxes().within(&around(from, look)).into_iter();
            let rows = found.map(|found| self.table.row(found.row)).filter(known);
            let distance =
                |row: Row<'_>| self.target(row.place_in_table(), row.geometry()?)?.distance(from).ok();
            let distances: Vec<f64> =
                rows.filter(|row| row.position().is_some()).filter_map(distance).collect();
            // What is nearer than the edge of the box is all of what is so near.
            if look >= FARTHEST_M || distances.iter().any(|distance| *distance <= look) {
                return distances;
            }
            look *= 4.0;
        }
    }

    /// How many of a day may be off by more than so many metres.
    pub(super) fn vaguer_than(&self, accuracy_m: f64, date: Date) -> usize {
        let measured =
            |row: &Row<'_>| row.position().is_some() && self.table.boxes().has(row.place_in_table());
        let rows =
            self.table.rows().filter(|row| row.validity().contains(date) && accuracy(row) > accuracy_m);
        rows.filter(measured).count()
    }

    fn site(&self, row: &Row<'_>) -> Option<Site> {
        let geometry = row.geometry()?.clone();
        Some(Site {
            id: row.own_id().to_owned(),
            kind: row.text("kind").and_then(|kind| kind.parse().ok()),
            accuracy_m: accuracy(row),
            validity: row.validity(),
            position: row.position()?,
            target: self.target(row.place_in_table(), &geometry)?,
            names: row.names().clone(),
            geometry,
        })
    }

    fn target(&self, row: usize, geometry: &Geometry<f64>) -> Option<Arc<Target>> {
        let make = || Target::new(geometry).ok().map(Arc::new);
        if matches!(geometry, Geometry::Point(_)) {
            return make();
        }
        if let Some(target) = self.lock().get(&row) {
            return Some(Arc::clone(target));
        }
        let made = make()?;
        let mut ready = self.lock();
        if ready.len() >= KEPT {
            ready.clear();
        }
        ready.insert(row, Arc::clone(&made));
        Some(made)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<usize, Arc<Target>>> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn accuracy(row: &Row<'_>) -> f64 {
    row.number("position_accuracy_m").unwrap_or(0.0).max(0.0)
}

/// A box with room for what an inscribed outline leaves out.
fn wider(bounds: Rect) -> Envelope {
    let (wide, high) = (bounds.width() * 0.01 + 1e-5, bounds.height() * 0.01 + 1e-5);
    Envelope {
        west: (bounds.min().x - wide).max(-180.0),
        south: (bounds.min().y - high).max(-90.0),
        east: (bounds.max().x + wide).min(180.0),
        north: (bounds.max().y + high).min(90.0),
    }
}

/// A box that has everything within so many metres.
fn around(from: Point, metres: f64) -> Envelope {
    let degrees = metres / DEGREE_M;
    let (south, north) = (from.y() - degrees, from.y() + degrees);
    // The parallel that is nearest to a pole is the shortest.
    let shortest = south.abs().max(north.abs()).to_radians().cos();
    let wide = degrees / shortest.max(1e-9);
    if south <= -90.0 || north >= 90.0 || wide >= 180.0 {
        return Envelope { west: -180.0, south: south.max(-90.0), east: 180.0, north: north.min(90.0) };
    }
    let turned = |lon: f64| {
        if lon < -180.0 {
            lon + 360.0
        } else if lon > 180.0 {
            lon - 360.0
        } else {
            lon
        }
    };
    Envelope { west: turned(from.x() - wide), south, east: turned(from.x() + wide), north }
}

impl fmt::Debug for Sites {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sites").field("hotspots", &self.table.len()).finish_non_exhaustive()
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site").field("id", &self.id).finish_non_exhaustive()
    }
}
