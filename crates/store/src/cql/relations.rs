//! Relations of a feature's lists and of its shape to constant ones: names, types and arguments.

use super::{
    CqlError, Holds, ListRelation, Predicate, Shape, SpatialRelation,
    lower::{Lowering, mismatch},
    syntax::{Syntax, WrittenShape},
};

/// The name of the feature's shape.
pub(super) const GEOMETRY: &str = "geometry";

/// Functions of lists.
pub(super) const LISTS: [(ListRelation, &str); 4] = [
    (ListRelation::Equals, "a_equals"),
    (ListRelation::Contains, "a_contains"),
    (ListRelation::ContainedBy, "a_containedby"),
    (ListRelation::Overlaps, "a_overlaps"),
];

impl Lowering {
    /// Two lists of words, one of them the feature's.
    pub(super) fn list(
        &self,
        relation: ListRelation,
        name: &str,
        a: &Syntax,
        b: &Syntax,
    ) -> Result<Predicate, CqlError> {
        let is_list = |written: &Syntax| match written {
            Syntax::Property(name) => {
                self.property(name).map(|own| Some(own).filter(|own| own.holds() == Holds::List))
            }
            _ => Ok(None),
        };
        let (property, words, relation) = match (is_list(a)?, is_list(b)?) {
            (Some(property), None) => (property, b, relation),
            (None, Some(property)) => {
                let turned = match relation {
                    ListRelation::Contains => ListRelation::ContainedBy,
                    ListRelation::ContainedBy => ListRelation::Contains,
                    other => other,
                };
                (property, a, turned)
            }
            _ => return Err(mismatch(&name.to_uppercase(), a, &["list"])),
        };
        // A list of one word is written as a word in parentheses too.
        let words = match words {
            Syntax::Array(words) => words.as_slice(),
            other => std::slice::from_ref(other),
        };
        let words = words.iter().map(|word| match word {
            Syntax::Text(text) => Ok(text.clone()),
            other => Err(mismatch(property.name(), other, &["text"])),
        });
        Ok(Predicate::List(relation, property, words.collect::<Result<_, _>>()?))
    }

    /// Two shapes, one of them the feature's.
    pub(super) fn spatial(
        &self,
        relation: SpatialRelation,
        name: &str,
        a: &Syntax,
        b: &Syntax,
    ) -> Result<Predicate, CqlError> {
        let is_own = |written: &Syntax| matches!(written, Syntax::Property(own) if own == GEOMETRY);
        let (relation, other) = match (is_own(a), is_own(b)) {
            (true, false) => (relation, b),
            (false, true) => (relation.turned(), a),
            (true, true) => return Err(mismatch(&name.to_uppercase(), b, &["WKT", "GeoJSON", "BBOX"])),
            (false, false) => {
                if let Syntax::Property(name) = a {
                    self.property(name)?;
                }
                return Err(mismatch(&name.to_uppercase(), a, &[GEOMETRY]));
            }
        };
        let shape = match other {
            Syntax::Shape(written) => {
                let points_alone =
                    matches!(relation, SpatialRelation::Intersects | SpatialRelation::Disjoint);
                // Where insides and edges count, those of a collection are not defined.
                if matches!(written, WrittenShape::Collection(_)) && !points_alone {
                    return Err(mismatch(
                        &name.to_uppercase(),
                        other,
                        &["Point", "LineString", "Polygon", "Multi…"],
                    ));
                }
                Shape::written(written)?
            }
            Syntax::Bbox(numbers) => Shape::bbox(numbers)?,
            _ => return Err(mismatch(&name.to_uppercase(), other, &["WKT", "GeoJSON", "BBOX"])),
        };
        Ok(Predicate::Spatial(relation, shape))
    }
}
