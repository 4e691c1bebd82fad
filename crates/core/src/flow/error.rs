//! What has no answer down the river.

use super::WITHIN;

/// Why nothing can be said about what lies downstream.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FlowError {
    /// No river of the data is near enough.
    #[error("no river of the data lies within {within_m} m{}", nearest(.nearest_m))]
    NoRiver {
        /// Metres asked for.
        within_m: f64,
        /// Metres to the nearest river; absent if it is farther than can be asked for, or there is none.
        nearest_m: Option<f64>,
    },
    /// The line given runs up along a river, or from it to where none is.
    #[error("the line runs up along {id} or away from it; draw it downstream")]
    Upstream {
        /// The river.
        id: String,
    },
    /// The geometry has no positions.
    #[error("the geometry is empty")]
    Empty,
    /// A position is not on the Earth.
    #[error("longitude {lon}, latitude {lat} is no position")]
    Position {
        /// Degrees, as given.
        lon: f64,
        /// Degrees, as given.
        lat: f64,
    },
    /// The geometry is neither one position nor one line.
    #[error("down the river goes from one position or one line, not from a {0}")]
    Shape(&'static str),
    /// The tolerance is not a number, negative or too large.
    #[error("a tolerance of {0} m is outside 0 m to {WITHIN} m")]
    Within(f64),
    /// The distance is not a number, or not above 0. Infinity asks for the whole way.
    #[error("a distance of {0} m is not above 0 m")]
    Distance(f64),
}

fn nearest(metres: &Option<f64>) -> String {
    metres.map(|metres| format!("; the nearest is {metres:.0} m away")).unwrap_or_default()
}
