//! A planar coverage of administrative units: polygons from sources that disagree become faces without gaps or
//! overlaps, whose borders exist once and are generalised once for both sides.
//!
//! ```text
//! Territory > Layer > Feature
//!     | Coverage::build              noded on an integer grid, labelled, gaps filled, slivers absorbed
//! Coverage in degrees --------------------------> dissolve, borders, outlines
//!     | generalise_for_zoom          projected, rounded, simplified
//! Coverage in tile units -----------------------> dissolve, borders, outlines
//! ```
//!
//! Every decision on geometry is made on whole numbers, ties are broken by position or label, and no order of a hash
//! map is relied on: the same sources give the same coverage on any machine, in whatever order features come.
//!
//! # What is kept of the sources
//! A vertex moves by at most half a grid unit for each of the few rounds of noding (a unit is 0.000001°, 11 cm or
//! less). A territory's line holds against all later ones. Of several layers of one territory only those of
//! [`Role::Cells`] draw lines; [`Report`] says by how much every unit's area changed.
//!
//! # What is not repaired
//! A crack between two cells that is open at the outer border is not enclosed, hence not a gap. An enclave of a country
//! that no layer has stays empty.
//!
//! ```
//! use geo_types::{MultiPolygon, polygon};
//! use terrikon_coverage::{Coverage, Detail, Feature, Layer, Role, Rules, Standing, Territory};
//!
//! // The same border drawn twice: overlapping in the south, apart in the north.
//! let west = polygon![(x: 70.0, y: 45.0), (x: 71.001, y: 45.0), (x: 70.999, y: 46.0), (x: 70.0, y: 46.0)];
//! let east = polygon![(x: 71.0, y: 45.0), (x: 72.0, y: 45.0), (x: 72.0, y: 46.0), (x: 71.0, y: 46.0)];
//! let cells = [("west", west), ("east", east)].map(|(label, area)| Feature {
//!     label: label.to_owned(),
//!     geometry: MultiPolygon(vec![area]),
//! });
//! let territories = [Territory {
//!     name: "country".to_owned(),
//!     standing: Standing::Detailed,
//!     layers: vec![Layer { name: "raion".to_owned(), role: Role::Cells, features: cells.to_vec() }],
//! }];
//! let (coverage, report) = Coverage::build(&territories, &Rules::default())?;
//! assert!(report.units[1].lost_m2 > 0.0, "the lesser label has what both claim");
//!
//! let raion = |face: terrikon_coverage::FaceLabels<'_>| face.label("raion").map(str::to_owned);
//! let [(_, east), (_, west)] = &coverage.dissolve(raion)[..] else { unreachable!() };
//! let shared = east.0[0].exterior().0.iter().filter(|vertex| west.0[0].exterior().0.contains(vertex));
//! assert!(shared.count() >= 2, "neighbours share their border's vertices");
//!
//! let shown = coverage.generalise_for_zoom(6, &Detail::default())?;
//! assert_eq!(shown.borders(raion).iter().filter(|border| !border.is_outer()).count(), 1);
//! # Ok::<(), terrikon_coverage::Error>(())
//! ```

mod arcs;
mod build;
mod claims;
mod coverage;
mod dissolve;
mod error;
mod faces;
mod gaps;
mod grid;
mod layer;
mod measure;
mod mercator;
mod noding;
mod regions;
mod report;
mod segment;
mod simplify;
mod zoom;

pub use arcs::Arc;
pub use build::Rules;
pub use coverage::{Coverage, FaceLabels};
pub use dissolve::{ArcRef, Border, Outline};
pub use error::Error;
pub use grid::{Grid, Point, REACH, UNITS_PER_DEGREE};
pub use layer::{Feature, Layer, Role, Standing, Territory};
pub use mercator::{MAX_ZOOM, TILE_EXTENT};
pub use report::{Report, UnitChange};
pub use zoom::Detail;
