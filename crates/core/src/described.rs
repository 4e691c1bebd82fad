//! What can be asked of a feature, wherever it lies.

use crate::{AreaAt, Date, Feature, Names, Validity};
use geo::Geometry;
use serde_json::Value;

/// A feature as questions see it: one in memory, or a row of a [`crate::table::FeatureTable`], of which only what is asked is read.
pub trait Described {
    /// Its id.
    fn id(&self) -> &str;
    /// Its names.
    fn names(&self) -> &Names;
    /// Its shape.
    fn geometry(&self) -> Option<&Geometry<f64>>;
    /// When it exists.
    fn validity(&self) -> Validity;
    /// The oblasts that hold it, each while it does.
    fn oblasts(&self) -> &[AreaAt];
    /// The raion that holds it.
    fn raion(&self) -> Option<&str>;
    /// A text property.
    fn text(&self, field: &str) -> Option<&str>;
    /// A number property.
    fn number(&self, field: &str) -> Option<f64>;
    /// The words of a list property; none where it is absent.
    fn words(&self, field: &str) -> Vec<&str>;

    /// The code of the oblast that holds it on a day.
    fn oblast_on(&self, day: Date) -> Option<&str> {
        self.oblasts().iter().find(|area| area.validity.contains(day)).map(|area| area.code.as_str())
    }

    /// Whether an oblast of these codes holds it on a day. A project may be of several at a time.
    fn in_oblast_on(&self, codes: &[String], day: Date) -> bool {
        self.oblasts().iter().any(|area| area.validity.contains(day) && codes.contains(&area.code))
    }
}

impl Described for Feature {
    fn id(&self) -> &str {
        &self.id
    }

    fn names(&self) -> &Names {
        &self.names
    }

    fn geometry(&self) -> Option<&Geometry<f64>> {
        self.geometry.as_ref()
    }

    fn validity(&self) -> Validity {
        self.validity
    }

    fn oblasts(&self) -> &[AreaAt] {
        &self.oblasts
    }

    fn raion(&self) -> Option<&str> {
        self.raion.as_deref()
    }

    fn text(&self, field: &str) -> Option<&str> {
        self.properties.get(field)?.as_str()
    }

    fn number(&self, field: &str) -> Option<f64> {
        self.properties.get(field)?.as_f64()
    }

    fn words(&self, field: &str) -> Vec<&str> {
        self.properties
            .get(field)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }
}
