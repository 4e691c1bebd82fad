//! The domain of Terrikon. No I/O, no async, no SQL, no HTTP: the other crates depend on this one.
//!
//! | module | what |
//! | --- | --- |
//! | [`kind`] | what a hotspot is, how its position is known, how far it is trusted |
//! | [`names`] | names in four languages and the honest fallback between them |
//! | [`validity`] | from when to when an area exists |
//! | [`feature`] | one thing on the map, with geometry, names and properties |
//! | [`described`] | what can be asked of a feature, wherever it lies |
//! | [`table`] | features held so compactly that a million fit beside everything else |
//! | [`collection`] | the collections of a release and the fields of each |
//! | [`claim`], [`source`] | who says what, and where it can be read |
//! | [`observation`] | samples, projects and figures, which mostly have no place of their own |
//! | [`release`] | an immutable version of everything, with an id made of its content |
//! | [`diff`] | what changed from one release to another |
//! | [`envelope`] | bounding boxes in degrees |
//! | [`zone`] | what surrounds a hotspot, by law or for screening |
//! | [`flow`] | what lies downstream of a place, and who lives beside it |
//! | [`population`] | rasters of people, held compactly, summed exactly over areas |
//! | [`exposure`] | who lives within reach: an interval, by oblast, with what lies inside |
//! | [`spreadsheet`] | what tables for spreadsheets must look out for |
//! | [`geodesic`] | buffers, distance, area and union in metres on the WGS84 ellipsoid |

pub mod claim;
pub mod collection;
pub mod described;
pub mod diff;
pub mod envelope;
pub mod exposure;
pub mod feature;
pub mod flow;
pub mod geodesic;
pub mod kind;
pub mod names;
pub mod observation;
pub mod population;
pub mod release;
pub mod source;
pub mod spreadsheet;
pub mod table;
pub mod validity;
pub mod zone;

pub use claim::{Claim, Grade};
pub use collection::{Collection, CollectionId, Field, FieldType};
pub use described::Described;
pub use envelope::Envelope;
pub use feature::{AreaAt, Feature};
pub use kind::{Kind, PositionKind, Status, Trust};
pub use names::{Lang, Names};
pub use release::{Release, ReleaseId};
pub use source::Source;
pub use validity::Validity;
pub use zone::{Basis, NotDrawn, Verification, ZoneShape};

/// Dates are civil dates: pollution data has no clock.
pub use jiff::civil::Date;
