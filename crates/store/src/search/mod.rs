//! Places by name, in any of the four languages and in any usual spelling of them.
//!
//! | module | what |
//! | --- | --- |
//! | [`spelling`] | one form that the spellings of a name share |
//! | `rank` | how well a name answers what was typed |
//! | `index` | the names of a release |
//! | `hotspot_names` | the names of very many hotspots, packed |
//! | `candidates` | what is looked for before names are ranked, in a database and in memory |

mod candidates;
mod hotspot_names;
mod index;
mod rank;
pub mod spelling;

pub(crate) use candidates::Patterns;
pub use hotspot_names::HotspotNames;
pub(crate) use index::Place;
pub use index::SearchIndex;
pub(crate) use rank::Spelt;
use terrikon_core::{CollectionId, Date, Envelope, Lang, Names};

/// What somebody typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchQuery {
    /// The text as typed.
    pub text: String,
    /// The day on which the places must exist.
    pub date: Date,
    /// How many places at most.
    pub limit: usize,
}

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceType {
    /// A place with a pollution problem.
    Hotspot,
    /// A first-level area.
    Oblast,
    /// A second-level area.
    Raion,
    /// A town or village.
    Settlement,
    /// A river.
    River,
    /// A lake or reservoir.
    Lake,
}

impl PlaceType {
    /// What the features of a collection are; `None` where they are not searched.
    #[must_use]
    pub const fn of(collection: CollectionId) -> Option<Self> {
        Some(match collection {
            CollectionId::Hotspots => Self::Hotspot,
            CollectionId::Oblasts => Self::Oblast,
            CollectionId::Raions => Self::Raion,
            CollectionId::Settlements => Self::Settlement,
            CollectionId::Rivers => Self::River,
            CollectionId::Lakes => Self::Lake,
            CollectionId::Zones
            | CollectionId::ProtectedAreas
            | CollectionId::Facilities
            | CollectionId::Countries
            | CollectionId::Measurements
            | CollectionId::Projects
            | CollectionId::Indicators => return None,
        })
    }

    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Hotspot, Self::Oblast, Self::Raion, Self::Settlement, Self::River, Self::Lake];

    /// The word in answers.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hotspot => "hotspot",
            Self::Oblast => "oblast",
            Self::Raion => "raion",
            Self::Settlement => "settlement",
            Self::River => "river",
            Self::Lake => "lake",
        }
    }
}

/// A place that answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What it is.
    pub place: PlaceType,
    /// The id in its collection; the code of an oblast or raion.
    pub id: String,
    /// All its names.
    pub names: Names,
    /// The language of the name that matched; `None` for a code or short name.
    pub matched: Option<Lang>,
    /// Longitude and latitude, degrees.
    pub position: [f64; 2],
    /// The box around it; `None` for a point.
    pub bbox: Option<Envelope>,
    /// The code of the oblast that holds it on the day.
    pub oblast: Option<String>,
    /// The kind of a hotspot.
    pub kind: Option<String>,
}
