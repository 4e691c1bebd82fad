//! Hotspots: symbols, clusters and the shapes of those whose outline is known.

mod described;
mod rows;
pub(crate) mod weights;

pub(crate) use described::cluster;
use weights::Weights;

use crate::{
    HotspotFilter, MAX_ZOOM, TileId,
    budget::{Budget, MOST_SINGLE},
    cluster::{Clusters, Node, Weight, coincident},
    days::first_day,
    drawings::Drawings,
    encode::{Part, integer},
    mercator::{project, unit_at},
    shape::Shape,
    source::MadeClusters,
};
use geo::Coord;
use geo_index::kdtree::{KDTree, KDTreeBuilder, KDTreeIndex as _};
use i_overlay::i_float::int::point::IntPoint;
use moka::sync::Cache;
use std::{
    cmp::Reverse,
    sync::{Arc, Mutex, PoisonError},
};
use terrikon_core::{
    Date, Described as _, Kind, Trust, Validity,
    table::{FeatureTable, Row},
};

/// What the clusters of filters and days may take, in bytes: readers share few of them.
const KEPT: u64 = 32 << 20;

/// The hotspots of a release.
#[derive(Debug)]
pub(crate) struct Hotspots {
    table: Arc<FeatureTable>,
    /// Rows of those with a place, the best founded first: of equal neighbours those gather the others.
    order: Vec<u32>,
    /// Where each of them lies, in tile units of the highest zoom.
    places: Option<KDTree<i32>>,
    weights: Arc<Weights>,
    budget: Budget,
    clusters: Cache<(HotspotFilter, Date), Arc<Clusters>>,
    /// One at a time, as it takes all of a core: whoever asks for many filters waits, and nobody else does.
    clustering: Mutex<()>,
    /// Clusters of all hotspots, with the days on which they hold.
    made: Option<(Validity, Arc<Clusters>)>,
    outlines: Drawings,
}

impl Hotspots {
    pub(crate) fn new(
        table: Arc<FeatureTable>,
        zones: &FeatureTable,
        weights: Arc<Weights>,
        made: Option<MadeClusters>,
    ) -> Self {
        let trusts = table.rows().map(|row| trust(&row)).collect::<Vec<_>>();
        let mut order: Vec<u32> =
            (0..table.len() as u32).filter(|row| table.place(*row as usize).is_some()).collect();
        // Stable: within a trust the order of ids stays.
        order.sort_by_key(|row| trusts[*row as usize]);
        let place = |row: &u32| table.place(*row as usize).map(|[lon, lat]| project(lon, lat));
        let all: Vec<Coord<f64>> = order.iter().filter_map(place).collect();
        let centres = |of: &FeatureTable, wide: bool| -> Vec<Coord<f64>> {
            let entries = of.boxes().entries().into_iter().map(|(_, envelope)| envelope);
            let wanted = entries.filter(|e| !wide || e.west < e.east || e.south < e.north);
            wanted.map(|e| project(f64::midpoint(e.west, e.east), f64::midpoint(e.south, e.north))).collect()
        };
        let budget = Budget::of(&all, &centres(&table, true), &centres(zones, false));
        let places = (!all.is_empty()).then(|| {
            let mut builder = KDTreeBuilder::<i32>::new(all.len() as u32);
            for place in &all {
                let unit = unit_at(*place, MAX_ZOOM);
                builder.add(unit.x, unit.y);
            }
            builder.finish()
        });
        let weigh = |_: &(HotspotFilter, Date), clusters: &Arc<Clusters>| 1 + clusters.bytes() as u32;
        let fitting = made.filter(|made| made.zooms.len() == usize::from(budget.single_from));
        Self {
            outlines: Drawings::new(Arc::clone(&table)),
            table,
            order,
            places,
            weights,
            budget,
            clusters: Cache::builder().weigher(weigh).max_capacity(KEPT).build(),
            clustering: Mutex::new(()),
            made: fitting.map(|made| (made.days, Arc::new(Clusters::of_zooms(made.zooms)))),
        }
    }

    pub(crate) const fn budget(&self) -> Budget {
        self.budget
    }

    /// What a tile shows: shapes first, so that symbols lie on them. Where some are held back, the first that is shown says how many.
    pub(crate) fn within(&self, tile: TileId, filter: &HotspotFilter, date: Date) -> Vec<Part> {
        let mut shown = self.outlines_within(tile, filter, date);
        if tile.z() < self.budget.single_from {
            let clusters = self.clusters(filter, date);
            let nodes = clusters.of_tile(tile);
            shown.extend(nodes.map(|(node, unit)| (relative(tile, unit), Arc::new(self.node(node, date)))));
            return shown;
        }
        let (singles, held_back) = self.singles(tile, filter, date);
        let named = tile.z() >= self.budget.named_from;
        let numbers = spread(&singles);
        shown.extend(singles.iter().zip(numbers).map(|((place, at), number)| {
            let mut attributes = self.described(*place, date, named);
            attributes.extend(number.map(|number| integer("spread", i64::from(number))));
            if held_back > 0 && *place == singles[0].0 {
                attributes.push(integer("held_back", held_back as i64));
            }
            (relative(tile, unit_at(*at, tile.z())), Arc::new(attributes))
        }));
        shown
    }

    /// The hotspots that pass and lie in a tile, in drawing order, each with its place; and how many more there are,
    /// where even the highest zoom has no room for all.
    fn singles(&self, tile: TileId, filter: &HotspotFilter, date: Date) -> (Vec<(usize, Coord<f64>)>, usize) {
        let Some(tree) = &self.places else { return (Vec::new(), 0) };
        let shift = MAX_ZOOM - tile.z();
        let origin = tile.origin();
        let [west, north] = [origin.x << shift, origin.y << shift];
        let side = (crate::EXTENT << shift) - 1;
        let mut places: Vec<usize> = tree
            .range(west, north, west + side, north + side)
            .into_iter()
            .map(|place| place as usize)
            .collect();
        places.retain(|place| filter.passes(&self.row(*place), date));
        let held_back = places.len().saturating_sub(MOST_SINGLE);
        if held_back > 0 {
            let severity = |place: usize| self.weight(place).severity.map_or(0, f32::to_bits);
            places.sort_unstable_by_key(|place| (Reverse(severity(*place)), *place));
            places.truncate(MOST_SINGLE);
        }
        places.sort_unstable();
        (places.into_iter().filter_map(|place| Some((place, self.place(place)?))).collect(), held_back)
    }

    /// Whether a hotspot passes a filter, by its id.
    pub(crate) fn passes(&self, id: &str, filter: &HotspotFilter, date: Date) -> bool {
        self.table.find(id).is_some_and(|row| filter.passes(&self.table.row(row), date))
    }

    /// When a hotspot exists, by its id.
    pub(crate) fn existence(&self, id: &str) -> Option<Validity> {
        self.table.validity().get(self.table.find(id)?).copied()
    }

    fn row(&self, place: usize) -> Row<'_> {
        self.table.row(self.order[place] as usize)
    }

    fn place(&self, place: usize) -> Option<Coord<f64>> {
        self.table.place(self.order[place] as usize).map(|[lon, lat]| project(lon, lat))
    }

    fn weight(&self, place: usize) -> Weight {
        self.weights.get(self.order[place] as usize)
    }

    fn clusters(&self, filter: &HotspotFilter, date: Date) -> Arc<Clusters> {
        let filter = filter.canonical();
        match &self.made {
            Some((days, made)) if filter == HotspotFilter::default() && days.contains(date) => {
                Arc::clone(made)
            }
            _ => self.clusters.get_with((filter.clone(), date), || {
                let _turn = self.clustering.lock().unwrap_or_else(PoisonError::into_inner);
                Arc::new(self.cluster(&filter, date))
            }),
        }
    }

    fn cluster(&self, filter: &HotspotFilter, date: Date) -> Clusters {
        Clusters::new(self.points(|row| filter.passes(row, date)), self.budget.single_from)
    }

    /// The clusters of all hotspots for days on which none comes, goes or changes its oblast.
    pub(crate) fn make_clusters(&self, days: Validity) -> MadeClusters {
        let clusters = self.cluster(&HotspotFilter::default(), first_day(days));
        MadeClusters { days, zooms: clusters.zooms().clone() }
    }

    /// The hotspots that pass and have a place, in drawing order.
    fn points(&self, passes: impl Fn(&Row<'_>) -> bool) -> Vec<Node> {
        let points = (0..self.order.len()).filter_map(|place| {
            let row = self.row(place);
            let kind = row.text("kind").and_then(|kind| kind.parse().ok()).unwrap_or(Kind::Other);
            passes(&row).then_some(())?;
            Some(Node::single(place, self.place(place)?, kind, self.weight(place)))
        });
        points.collect()
    }

    fn outlines_within(&self, tile: TileId, filter: &HotspotFilter, date: Date) -> Vec<Part> {
        if tile.z() < self.budget.outlines_from {
            return Vec::new();
        }
        let wanted = |row: &Row<'_>| filter.passes(row, date);
        self.outlines.within(tile, wanted, described::outline)
    }
}

fn relative(tile: TileId, unit: IntPoint) -> Shape {
    let origin = tile.origin();
    Shape::Point(IntPoint { x: unit.x - origin.x, y: unit.y - origin.y })
}

/// Hotspots at the very same place (the centre of one town) would hide one another where nothing is clustered: they get numbers, by
/// which styles spread their symbols.
fn spread(singles: &[(usize, Coord<f64>)]) -> Vec<Option<u32>> {
    let mut numbers = vec![None; singles.len()];
    for together in coincident(singles.iter().map(|(_, at)| *at)) {
        for (number, index) in (1..).zip(together) {
            numbers[index] = Some(number);
        }
    }
    numbers
}

/// Whatever is not said is not trusted.
fn trust(hotspot: &Row<'_>) -> Trust {
    hotspot.text("trust").and_then(|word| word.parse().ok()).unwrap_or(Trust::Unverified)
}
