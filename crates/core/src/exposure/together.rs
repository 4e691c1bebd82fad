//! Several places: the plain sum beside the dissolved union.

use super::{
    Caveat, ExposureError, People, Place, Surroundings,
    people::{Extents, count},
    ring::ByOblast,
};
use crate::{
    Date,
    geodesic::{area, union},
};
use serde::Serialize;
use std::slice;

/// People within a radius of several places. Always `people_union` ≤ `people_sum`, and no place alone has more than the union.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Together {
    /// Metres.
    pub radius_m: f64,
    /// How many places.
    pub places: usize,
    /// The places that are known too vaguely for this radius: by their order. They count for the upper end alone.
    pub left_out: Vec<usize>,
    /// Square metres of the dissolved area by the stated positions.
    pub area_m2: f64,
    /// The figures of all places added up: who lives near two of them counts twice.
    pub people_sum: People,
    /// Everybody counts once.
    pub people_union: People,
    /// The central figure of the union by oblast on the day.
    pub by_oblast: Vec<ByOblast>,
    /// What a reader must know.
    pub caveats: Vec<Caveat>,
}

impl Surroundings {
    /// People within a radius, in metres, of several places.
    ///
    /// Takes O(n log n) for n places, most of it for the union.
    ///
    /// # Errors
    /// The first place that can't be worked with.
    pub fn together(&self, places: &[Place], radius: f64, date: Date) -> Result<Together, ExposureError> {
        let (mut low, mut stated, mut high, mut left_out) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (index, place) in places.iter().enumerate() {
            let reach = place.reach(radius)?;
            low.push(reach.low);
            high.push(reach.high);
            if reach.is_known {
                stated.push(reach.stated);
            } else {
                left_out.push(index);
            }
        }
        let dissolved = [&low, &stated, &high].map(union);
        let [low_union, stated_union, high_union] = &dissolved;
        let known = !stated.is_empty();
        let (people_sum, _, _) =
            count(&self.populations, Extents { low: &low, central: &stated, high: &high });
        let (people_union, by_source, mut caveats) = count(
            &self.populations,
            Extents {
                low: slice::from_ref(low_union),
                central: if known { slice::from_ref(stated_union) } else { &[] },
                high: slice::from_ref(high_union),
            },
        );
        let by_oblast = self.by_oblast(stated_union, &people_union, &by_source, date, &mut caveats);
        if !left_out.is_empty() {
            caveats.insert(0, Caveat::PlacesLeftOut { count: left_out.len() });
        }
        Ok(Together {
            radius_m: radius,
            places: places.len(),
            left_out,
            area_m2: area(stated_union),
            people_sum,
            people_union,
            by_oblast,
            caveats,
        })
    }
}
