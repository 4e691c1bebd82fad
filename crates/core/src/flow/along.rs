//! The places beside a way, by river kilometre.

use geo::Coord;

use super::{Downstream, chain::Chain, piece::on_earth};

/// A place beside a way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AlongRiver {
    /// As given.
    pub index: usize,
    /// Metres along the way to its position nearest to the place.
    pub river_m: f64,
    /// Metres from the place to that position.
    pub distance_m: f64,
}

/// The places (index, longitude and latitude in degrees) that lie within some metres of a way, in the order in which the water passes
/// them; of two at the same spot the nearer first.
///
/// A place beside a bend counts where the way is nearest, once; one above the beginning of the way counts at 0 m. Beyond
/// [`super::WITHIN`] metres nothing is looked for; places that are not on the Earth are left out.
pub fn along(
    way: &Downstream,
    places: impl IntoIterator<Item = (usize, [f64; 2])>,
    within_m: f64,
) -> Vec<AlongRiver> {
    if way.path.0.len() < 2 || within_m.is_nan() || within_m < 0.0 {
        return Vec::new();
    }
    let within = within_m.min(super::WITHIN);
    let chain = Chain::new(way.path.0.clone());
    let mut found: Vec<AlongRiver> = places
        .into_iter()
        .map(|(index, [x, y])| (index, Coord { x, y }))
        .filter(|(_, place)| on_earth(*place))
        .filter_map(|(index, place)| {
            let foot = chain.nearest(place, within)?;
            Some(AlongRiver { index, river_m: foot.at, distance_m: foot.away })
        })
        .collect();
    found.sort_by(|a, b| {
        a.river_m
            .total_cmp(&b.river_m)
            .then(a.distance_m.total_cmp(&b.distance_m))
            .then(a.index.cmp(&b.index))
    });
    found
}
