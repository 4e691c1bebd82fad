//! Which figure of an indicator stands for an oblast and a year, where sources give several of several areas.

use std::collections::{BTreeMap, BTreeSet};
use terrikon_core::Feature;
use terrikon_store::Item;

/// The figures of one indicator of oblasts, in the unit in which most of them are given.
#[derive(Debug)]
pub(super) struct Series<'a> {
    pub(super) unit: String,
    figures: Vec<Figure<'a>>,
}

/// One figure of one source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure<'a> {
    pub(super) feature: &'a Feature,
    pub(super) year: i64,
    pub(super) value: f64,
}

impl<'a> Series<'a> {
    /// The figures of an indicator among all items of the collection.
    pub(super) fn of(items: &'a [Item], indicator: &str) -> Self {
        let features = items.iter().map(|item| &*item.feature);
        let own = features.filter(|feature| {
            feature.text("about") == Some("oblast") && feature.text("indicator") == Some(indicator)
        });
        let figures = own.filter_map(|feature| {
            let year = feature.properties.get("year")?.as_i64()?;
            Some(Figure { feature, year, value: feature.number("value")? })
        });
        let figures: Vec<Figure<'_>> = figures.collect();
        let mut units: BTreeMap<&str, usize> = BTreeMap::new();
        for figure in &figures {
            *units.entry(figure.feature.text("unit").unwrap_or_default()).or_default() += 1;
        }
        let unit = units.into_iter().max_by_key(|(_, count)| *count).map_or("", |(unit, _)| unit);
        let of_unit =
            figures.iter().copied().filter(|figure| figure.feature.text("unit").unwrap_or_default() == unit);
        Self { unit: unit.to_owned(), figures: of_unit.collect() }
    }

    /// The years that have figures, each with of how many oblasts.
    pub(super) fn years(&self) -> BTreeMap<i64, usize> {
        let mut years: BTreeMap<i64, BTreeSet<Option<&str>>> = BTreeMap::new();
        for figure in &self.figures {
            years.entry(figure.year).or_default().insert(figure.feature.text("subject"));
        }
        years.into_iter().map(|(year, subjects)| (year, subjects.len())).collect()
    }

    /// The newest year that has figures of at least half as many oblasts as the best one: a year with a handful of them says nothing
    /// about the rest.
    pub(super) fn usual_year(&self) -> Option<i64> {
        let years = self.years();
        let best = years.values().copied().max()?;
        years.iter().rev().find(|(_, oblasts)| **oblasts * 2 >= best).map(|(year, _)| *year)
    }

    /// All figures of an oblast and a year, whatever borders they count.
    pub(super) fn of_oblast(&self, code: &str, year: i64) -> Vec<Figure<'a>> {
        let own = |figure: &&Figure<'_>| figure.year == year && figure.feature.text("subject") == Some(code);
        self.figures.iter().filter(own).copied().collect()
    }

    /// How many oblasts each source gives figures of in a year. A map is best read where all of it is of one source.
    fn breadth(&self, year: i64) -> BTreeMap<&'a str, usize> {
        let mut subjects: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for Figure { feature, .. } in self.figures.iter().filter(|figure| figure.year == year) {
            if let (Some(source), Some(subject)) = (feature.text("source"), feature.text("subject")) {
                subjects.entry(source).or_default().insert(subject);
            }
        }
        subjects.into_iter().map(|(source, subjects)| (source, subjects.len())).collect()
    }

    /// The figure that stands for a shape of an oblast in a year: one that counts this very shape, of the source that has most oblasts.
    pub(super) fn chosen(&self, code: &str, shape: &str, year: i64) -> Option<Figure<'a>> {
        let breadth = self.breadth(year);
        let own = self
            .of_oblast(code, year)
            .into_iter()
            .filter(|figure| figure.feature.text("area") == Some(shape));
        own.max_by_key(|Figure { feature, .. }| {
            let source = feature.text("source").unwrap_or_default();
            // Of equals the first by name, so that every server chooses the same.
            (
                breadth.get(source).copied().unwrap_or_default(),
                std::cmp::Reverse((source.to_owned(), feature.id.clone())),
            )
        })
    }

    /// What stands for every shape that figures of any year count: classes are made of these, so that a shade means the same in all years.
    pub(super) fn of_all_years(&self) -> Vec<f64> {
        let keys: BTreeSet<(&str, &str, i64)> = self
            .figures
            .iter()
            .filter_map(|Figure { feature, year, .. }| {
                Some((feature.text("subject")?, feature.text("area")?, *year))
            })
            .collect();
        keys.into_iter()
            .filter_map(|(code, shape, year)| self.chosen(code, shape, year))
            .map(|figure| figure.value)
            .collect()
    }
}

/// The indicators of which there are figures of oblasts.
pub(super) fn known(items: &[Item]) -> BTreeSet<&str> {
    let features = items.iter().map(|item| &*item.feature);
    let of_oblasts = features.filter(|feature| {
        feature.text("about") == Some("oblast")
            && feature.number("value").is_some()
            && feature.properties.get("year").is_some()
    });
    of_oblasts.filter_map(|feature| feature.text("indicator")).collect()
}
