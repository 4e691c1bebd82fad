//! Filters in CQL2 and orders: `filter`, `filter-lang`, `filter-crs` and `sortby`.

use super::Parameters;
use crate::problem::{Hint, Problem, Slug};
use std::sync::Arc;
use terrikon_core::{CollectionId, Lang};
use terrikon_store::cql::{self, CqlError, Encoding, Order, Predicate, sort};

/// What coordinates of filters may be in: longitude before latitude, in degrees.
pub(super) const CRS: [&str; 2] = ["http://www.opengis.net/def/crs/OGC/1.3/CRS84", "OGC:CRS84"];

impl Parameters<'_> {
    /// The filter; names are compared as readers of a language see them.
    pub(crate) fn cql(
        &self,
        collection: CollectionId,
        lang: Lang,
    ) -> Result<Option<Arc<Predicate>>, Problem> {
        let unknown = |parameter, value, accepted: &[&str]| {
            Err(Problem::new(Slug::UnknownValue).parameter(parameter).with("value", value).accepted(accepted))
        };
        let encoding = match self.get("filter-lang") {
            None => Encoding::Text,
            Some(word) => match Encoding::ALL.into_iter().find(|encoding| encoding.as_str() == word) {
                Some(encoding) => encoding,
                None => return unknown("filter-lang", word, &Encoding::ALL.map(Encoding::as_str)),
            },
        };
        if let Some(crs) = self.get("filter-crs").filter(|crs| !CRS.contains(crs)) {
            return unknown("filter-crs", crs, &CRS);
        }
        let Some(text) = self.get("filter") else { return Ok(None) };
        let read = cql::parse(text, encoding, collection, lang);
        read.map(|predicate| Some(Arc::new(predicate))).map_err(|error| problem("filter", collection, error))
    }

    /// The order; that of ids where none is asked for.
    pub(crate) fn order(&self, collection: CollectionId, lang: Lang) -> Result<Order, Problem> {
        let Some(text) = self.get("sortby") else { return Ok(Order::new()) };
        sort::parse(text, collection, lang).map_err(|error| problem("sortby", collection, error))
    }
}

/// What is wrong with a filter or an order.
fn problem(parameter: &str, collection: CollectionId, error: CqlError) -> Problem {
    let new = |slug| Problem::new(slug).parameter(parameter);
    match error {
        CqlError::TooLong { most } => new(Slug::TooLong).with("most", &most.to_string()),
        CqlError::TooComplex { depth, parts } => {
            new(Slug::TooComplex).with("depth", &depth.to_string()).with("most", &parts.to_string())
        }
        CqlError::Syntax { at, near } => {
            new(Slug::InvalidFilter).with("at", &at.to_string()).with("value", &near).hint(Hint::FilterForm)
        }
        CqlError::UnknownProperty { name, accepted } => new(Slug::UnknownProperty)
            .with("value", &name)
            .with("collection", collection.as_str())
            .accepted(accepted),
        CqlError::UnknownFunction { name, accepted } => {
            new(Slug::UnknownFunction).with("value", &name).accepted(accepted)
        }
        CqlError::Mismatch { name, value, accepted } => new(Slug::FilterMismatch)
            .with("property", &name)
            .with("value", &value)
            .accepted(accepted)
            .hint(Hint::SeeQueryables),
        CqlError::Shape { value } => new(Slug::FilterShape).with("value", &value).hint(Hint::FilterShapeForm),
        // A cause that this program has no text for yet.
        _ => new(Slug::BadRequest),
    }
}
