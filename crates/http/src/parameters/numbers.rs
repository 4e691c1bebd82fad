//! Degrees and metres.

use super::{MOST_RADII, Parameters, YEARS};
use crate::problem::{Problem, Slug};
use std::ops::RangeInclusive;
use terrikon_core::geodesic::RADII;

impl Parameters<'_> {
    /// Degrees from −`most` to `most`; must be given.
    pub(crate) fn degrees(&self, name: &'static str, most: f64) -> Result<f64, Problem> {
        let text = self.get(name).ok_or_else(|| Problem::new(Slug::MissingParameter).parameter(name))?;
        number(name, text, -most..=most)
    }

    /// Metres; `None` where they are not given.
    pub(crate) fn metres(&self, name: &'static str, least: f64, most: f64) -> Result<Option<f64>, Problem> {
        self.get(name).map(|text| number(name, text, least..=most)).transpose()
    }

    /// The year of figures; `None` where it is not given.
    pub(crate) fn year(&self) -> Result<Option<i64>, Problem> {
        let Some(text) = self.get("year") else { return Ok(None) };
        let year = text.parse().ok().filter(|year| YEARS.contains(year));
        year.map(Some).ok_or_else(|| {
            Problem::new(Slug::InvalidNumber)
                .parameter("year")
                .with("value", text)
                .with("least", &YEARS.start().to_string())
                .with("most", &YEARS.end().to_string())
        })
    }

    /// The metres of `radius`, each once; `None` where they are not given.
    pub(crate) fn radii(&self) -> Result<Option<Vec<f64>>, Problem> {
        let Some(text) = self.get("radius") else { return Ok(None) };
        let mut radii: Vec<f64> = Vec::new();
        for one in text.split(',') {
            let radius = number("radius", one.trim(), RADII)?;
            if !radii.contains(&radius) {
                radii.push(radius);
            }
        }
        if radii.len() > MOST_RADII {
            return Err(Problem::new(Slug::TooMany)
                .parameter("radius")
                .with("what", "radius")
                .with("count", &radii.len().to_string())
                .with("most", &MOST_RADII.to_string()));
        }
        Ok(Some(radii))
    }
}

fn number(name: &'static str, text: &str, range: RangeInclusive<f64>) -> Result<f64, Problem> {
    text.parse().ok().filter(|number| range.contains(number)).ok_or_else(|| {
        Problem::new(Slug::InvalidNumber)
            .parameter(name)
            .with("value", text)
            .with("least", &range.start().to_string())
            .with("most", &range.end().to_string())
    })
}
