//! Columns, rows, and what a file says of itself.

use geo::Geometry;
use std::borrow::Cow;
use terrikon_core::{Date, Source};

/// What a column holds. Every column may be empty in any row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// UTF-8 text.
    Text,
    /// A 64-bit integer.
    Integer,
    /// A 64-bit float.
    Real,
    /// A list of texts, kept in order.
    List,
    /// A civil day.
    Date,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, unique in the table.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// What it means, for people, in English.
    pub about: &'static str,
}

/// A value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing is known.
    Empty,
    /// For [`Holds::Text`].
    Text(Cow<'a, str>),
    /// For [`Holds::Integer`].
    Integer(i64),
    /// For [`Holds::Real`]; finite.
    Real(f64),
    /// For [`Holds::List`].
    List(Vec<Cow<'a, str>>),
    /// For [`Holds::Date`].
    Date(Date),
}

impl<'a> Cell<'a> {
    /// A text that may be missing.
    pub fn text(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    /// A list as a JSON array, for formats without lists: nothing is lost in commas.
    pub(crate) fn json(list: &[Cow<'_, str>]) -> String {
        serde_json::Value::from(list.iter().map(AsRef::as_ref).collect::<Vec<&str>>()).to_string()
    }
}

/// A row: a shape in degrees of longitude and latitude (OGC:CRS84), and a cell for each column.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    /// The shape; `None` where there is none. A shape without coordinates is none.
    pub shape: Option<&'a Geometry<f64>>,
    /// As many as the table has columns, in their order.
    pub cells: Vec<Cell<'a>>,
}

/// What a table is: where it comes from and what its columns are.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its name, as that of the collection.
    pub name: String,
    /// In the order of the cells of a row.
    pub columns: Vec<Column>,
    /// Whether rows may have shapes.
    pub spatial: bool,
    /// What the file says of itself.
    pub about: About,
}

impl Table {
    /// The name without hyphens, which SQL would take for a minus.
    #[must_use]
    pub fn sql_name(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// What a file says of itself.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// For people.
    pub title: String,
    /// The id of the release.
    pub release: String,
    /// The day by whose division into oblasts the rows are told, `YYYY-MM-DD`.
    pub date: String,
    /// The language of the names, ISO 639-1.
    pub lang: String,
    /// Who must be named, as licences ask for it.
    pub attribution: String,
    /// How to cite it.
    pub citation: String,
    /// The sources of the release, for formats with more than one table.
    pub sources: Vec<Source>,
}

impl About {
    /// All but the sources, as names and values.
    #[must_use]
    pub fn facts(&self) -> [(&'static str, &str); 6] {
        [
            ("title", &self.title),
            ("release", &self.release),
            ("date", &self.date),
            ("lang", &self.lang),
            ("attribution", &self.attribution),
            ("citation", &self.citation),
        ]
    }

    /// The same as a JSON object.
    pub(crate) fn json(&self) -> String {
        let facts = self.facts().into_iter().map(|(name, value)| (name.to_owned(), value.into()));
        serde_json::Value::Object(facts.collect()).to_string()
    }
}
