//! People as an interval.

use super::Caveat;
use crate::population::{PopulationGrid, Tally};
use geo::MultiPolygon;
use serde::Serialize;
use std::sync::Arc;

/// A part without data from which on a figure is not given: what remains would say more about the grid than about people.
const TOO_LITTLE_DATA: f64 = 0.999;

/// A part without data that is worth a word.
const WORTH_SAYING: f64 = 0.005;

/// From where on sources that differ are worth a word: the higher is more than a third above the lower.
const DIFFER: f64 = 4.0 / 3.0;

/// How many people; `None` where that can't be said, which is not the same as none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct People {
    /// The lowest of all sources that count, with the radius smaller by the position accuracy.
    pub low: Option<f64>,
    /// By the first source that has data, at the radius itself.
    pub central: Option<f64>,
    /// The highest of all sources that count, with the radius greater by the position accuracy.
    pub high: Option<f64>,
    /// At least so many, wherever in a cell of the grid people live: those of cells that lie wholly within what is certain.
    pub least: Option<f64>,
    /// At most so many, wherever in a cell of the grid people live: those of all cells that what is possible touches.
    pub most: Option<f64>,
}

impl People {
    /// The figures less those of a part that is known exactly; never below zero.
    #[must_use]
    pub fn less(&self, part: &Self) -> Self {
        let less = |all: Option<f64>, part: Option<f64>| all.map(|all| (all - part.unwrap_or(0.0)).max(0.0));
        Self {
            low: less(self.low, part.central),
            central: less(self.central, part.central),
            high: less(self.high, part.central),
            least: less(self.least, part.most),
            most: less(self.most, part.least),
        }
    }
}

/// What one source says of the area itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BySource {
    /// The id of the grid.
    pub source: String,
    /// Whether it counts for the figures; else it is told for comparison.
    pub counts: bool,
    /// People; `None` where it has no data.
    pub people: Option<f64>,
    /// The part of the area without data, 0 to 1.
    pub without_data: f64,
}

/// The three extents between which an exposure lies; each is one area, or several that are counted one by one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extents<'a> {
    /// What is within reach even if the position is off; nothing where nothing certainly is.
    pub(super) low: &'a [MultiPolygon<f64>],
    /// By the stated position; nothing where that is too vague to say.
    pub(super) central: &'a [MultiPolygon<f64>],
    /// What may be within reach.
    pub(super) high: &'a [MultiPolygon<f64>],
}

/// People in the extents by all sources, the first of which is the primary one.
pub(super) fn count(
    grids: &[Arc<PopulationGrid>],
    extents: Extents<'_>,
) -> (People, Vec<BySource>, Vec<Caveat>) {
    let mut people = People::default();
    let mut caveats = Vec::new();
    let mut by_source = Vec::new();
    let mut given: Option<Tally> = None;
    for grid in grids {
        let high = tally(grid, extents.high);
        let central = (!extents.central.is_empty()).then(|| tally(grid, extents.central));
        // A source that has the area has an interval, however little it has of what lies around.
        if figure(&high).or(central.as_ref().and_then(figure)).is_some() {
            // Where nothing is certainly within reach the lower end is zero: a bound, not a figure.
            let (low, (least, most)) = (tally(grid, extents.low).people, bounds(grid, extents));
            let lower = |so_far: Option<f64>, one: f64| Some(so_far.map_or(one, |so_far| so_far.min(one)));
            let upper = |so_far: Option<f64>, one: f64| Some(so_far.map_or(one, |so_far| so_far.max(one)));
            (people.low, people.high) = (lower(people.low, low), upper(people.high, high.people));
            (people.least, people.most) = (lower(people.least, least), upper(people.most, most));
        }
        let Some(central) = central else { continue };
        by_source.push(BySource {
            source: grid.id().to_owned(),
            counts: true,
            people: figure(&central),
            without_data: central.without_data,
        });
        if given.is_none() && figure(&central).is_some() {
            people.central = figure(&central);
            given = Some(central);
        }
    }
    if people.high.is_none() {
        caveats.push(Caveat::NoPopulationData);
    }
    if let Some(tally) = given.filter(|tally| tally.without_data > WORTH_SAYING) {
        caveats.push(Caveat::PartWithoutData { percent: (tally.without_data * 100.0).round().max(1.0) });
    }
    let figures = || by_source.iter().filter_map(|one| one.people);
    let (least, most) = (figures().fold(f64::INFINITY, f64::min), figures().fold(0.0, f64::max));
    if most >= 1.0 && most > least * DIFFER {
        caveats.push(Caveat::SourcesDiffer);
    }
    (people, by_source, caveats)
}

/// People in areas counted one by one; what several share counts several times.
fn tally(grid: &PopulationGrid, areas: &[MultiPolygon<f64>]) -> Tally {
    let none = Tally { people: 0.0, cells: 0.0, without_data: 0.0 };
    areas.iter().map(|area| grid.people(area)).fold(none, |all, one| {
        let cells = all.cells + one.cells;
        let without = all.without_data * all.cells + one.without_data * one.cells;
        Tally {
            people: all.people + one.people,
            cells,
            without_data: if cells > 0.0 { without / cells } else { 0.0 },
        }
    })
}

/// What sources say that are told for comparison.
pub(super) fn compare(grids: &[Arc<PopulationGrid>], extents: Extents<'_>) -> Vec<BySource> {
    if extents.central.is_empty() {
        return Vec::new();
    }
    let one = |grid: &Arc<PopulationGrid>| {
        let tally = tally(grid, extents.central);
        let people = figure(&tally);
        BySource { source: grid.id().to_owned(), counts: false, people, without_data: tally.without_data }
    };
    grids.iter().map(one).collect()
}

/// What is certain whatever lies where within the cells of a grid.
fn bounds(grid: &PopulationGrid, extents: Extents<'_>) -> (f64, f64) {
    let sum = |areas: &[MultiPolygon<f64>], bound: fn((f64, f64)) -> f64| {
        areas.iter().map(|area| bound(grid.bounds(area))).sum::<f64>()
    };
    (sum(extents.low, |(least, _)| least), sum(extents.high, |(_, most)| most))
}

/// The figure of a tally, if it has data to speak of.
pub(super) fn figure(tally: &Tally) -> Option<f64> {
    (tally.without_data < TOO_LITTLE_DATA).then_some(tally.people)
}
