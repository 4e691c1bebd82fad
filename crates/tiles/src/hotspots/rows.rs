//! Hotspots as rows, for a store that composes tiles in a database.

use super::{Hotspots, described};
use crate::{
    LayerName, MAX_ZOOM, MIN_ZOOM,
    cluster::{Node, coincident, zooms},
    days::{cut, first_day, is_empty, turns},
    drawings::draw,
    mercator::unit_at,
    rows::{DrawnRow, Role},
    shape::{Drawn, Shape},
};
use geo::Coord;
use std::{collections::HashMap, ops::RangeInclusive, sync::Arc};
use terrikon_core::{Described, Validity, table::Row};

impl Hotspots {
    /// What tiles show as rows, in the order of their layer: shapes, symbols, and the clusters of all hotspots
    /// for these spans of days, which are cut where a hotspot comes, goes or changes its oblast.
    pub(crate) fn rows<'a>(&'a self, epochs: &'a [Validity]) -> impl Iterator<Item = DrawnRow> + 'a {
        self.outlines().chain(self.symbols()).chain(self.cluster_rows(epochs))
    }

    fn outlines(&self) -> impl Iterator<Item = DrawnRow> + '_ {
        let from = self.budget.outlines_from;
        self.table.rows().flat_map(move |hotspot| {
            let (id, sequence) = (hotspot.own_id(), hotspot.place_in_table() as u32);
            let rows = (from..=MAX_ZOOM).filter_map(move |zoom| {
                let drawn = draw(&hotspot, zoom, described::outline)?;
                DrawnRow::new(LayerName::Hotspots, sequence, zoom..=zoom, &drawn)
            });
            rows.map(move |row| DrawnRow { role: Role::Outline, hotspot: Some(id.to_owned()), ..row })
        })
    }

    fn symbols(&self) -> impl Iterator<Item = DrawnRow> + '_ {
        let places: Vec<usize> =
            (0..self.order.len()).filter(|place| !is_empty(self.row(*place).validity())).collect();
        let at: Vec<Coord<f64>> = places.iter().filter_map(|place| self.place(*place)).collect();
        let together: HashMap<usize, u32> = (0..)
            .zip(coincident(at.iter().copied()))
            .flat_map(|(number, indices)| indices.into_iter().map(move |index| (index, number)))
            .collect();
        along_curve(at).into_iter().flat_map(move |(index, at)| {
            let together = together.get(&index).copied();
            let place = places[index];
            let parts = of_one_oblast(&self.row(place));
            parts.into_iter().flat_map(move |days| {
                let symbols = self.symbol(place, at, days).into_iter();
                symbols.map(move |row| DrawnRow { role: Role::Symbol, together, ..row })
            })
        })
    }

    /// A hotspot for days on which it does not change: without its names at first, where there is no room for them.
    fn symbol(&self, place: usize, at: Coord<f64>, days: Validity) -> Vec<DrawnRow> {
        let budget = self.budget;
        let slim = (budget.single_from < budget.named_from)
            .then(|| (budget.single_from..=budget.named_from - 1, false));
        let spans = slim.into_iter().chain([(budget.named_from..=MAX_ZOOM, true)]);
        let rows = spans.filter_map(|(zooms, named)| {
            let attributes = self.described(place, first_day(days), named);
            self.row_at(place, at, zooms, days, attributes)
        });
        rows.collect()
    }

    fn cluster_rows<'a>(&'a self, epochs: &'a [Validity]) -> impl Iterator<Item = DrawnRow> + 'a {
        let turns = turns((0..self.order.len()).flat_map(|place| existences(&self.row(place))));
        epochs.iter().flat_map(move |epoch| cut(*epoch, &turns)).flat_map(move |days| {
            let points = self.points(|hotspot| hotspot.validity().contains(first_day(days)));
            let zooms = (MIN_ZOOM..).zip(zooms(points, self.budget.single_from));
            zooms.flat_map(move |(zoom, nodes)| {
                let at: Vec<Coord<f64>> = nodes.iter().map(|node| node.place).collect();
                let nodes = along_curve(at).into_iter().map(move |(index, _)| nodes[index].clone());
                nodes.filter_map(move |node| self.cluster_row(&node, zoom, days))
            })
        })
    }

    fn cluster_row(&self, node: &Node, zoom: u8, days: Validity) -> Option<DrawnRow> {
        let first = node.first as usize;
        let row = self.row_at(first, node.place, zoom..=zoom, days, self.node(node, first_day(days)))?;
        let hotspot = (node.count() == 1).then(|| self.row(first).own_id().to_owned());
        Some(DrawnRow { role: Role::Cluster, hotspot, ..row })
    }

    /// A symbol or cluster for days on which it does not change. They come after all shapes.
    fn row_at(
        &self,
        place: usize,
        at: Coord<f64>,
        zooms: RangeInclusive<u8>,
        days: Validity,
        attributes: crate::encode::Attributes,
    ) -> Option<DrawnRow> {
        let shape = Shape::Point(unit_at(at, MAX_ZOOM));
        let drawn = Drawn { shape, attributes: Arc::new(attributes), validity: days };
        let sequence = (self.table.len() + place) as u32;
        let row = DrawnRow::new(LayerName::Hotspots, sequence, zooms, &drawn)?;
        Some(DrawnRow { hotspot: Some(self.row(place).own_id().to_owned()), ..row })
    }
}

/// Places with their number in the list, near ones next to each other: a database then finds those of a tile on few pages.
fn along_curve(places: Vec<Coord<f64>>) -> Vec<(usize, Coord<f64>)> {
    let spread = |part: f64| {
        let bits = (part.clamp(0.0, 1.0) * f64::from(u16::MAX)) as u32;
        (0..16).fold(0_u32, |spread, bit| spread | (bits >> bit & 1) << (2 * bit))
    };
    let mut places: Vec<_> = places.into_iter().enumerate().collect();
    // Stable: those in one cell keep their order.
    places.sort_by_cached_key(|(_, place)| spread(place.x) | spread(place.y) << 1);
    places
}

/// When a hotspot exists, and when what holds of it does.
fn existences(hotspot: &Row<'_>) -> Vec<Validity> {
    std::iter::once(hotspot.validity()).chain(hotspot.oblasts().iter().map(|area| area.validity)).collect()
}

/// The days on which a hotspot exists, cut where its oblast changes.
fn of_one_oblast(hotspot: &Row<'_>) -> Vec<Validity> {
    let oblast = |days: Validity| hotspot.oblast_on(first_day(days));
    let mut parts: Vec<Validity> = Vec::new();
    for days in cut(hotspot.validity(), &turns(existences(hotspot))) {
        match parts.last_mut() {
            Some(before) if oblast(*before) == oblast(days) => before.valid_to = days.valid_to,
            _ => parts.push(days),
        }
    }
    parts
}
