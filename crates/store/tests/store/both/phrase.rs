//! Filters in CQL2 text by chance, of the words, numbers, days and places that a collection has, and of some that none has.

use super::Pair;
use crate::chance::Chance;
use geo::Geometry;
use terrikon_core::{CollectionId, Feature, Lang};
use terrikon_store::cql::{Comparison, Holds, Property, SpatialRelation};

/// What phrases about a collection are made of.
pub(super) struct Phrases<'a> {
    features: &'a [Feature],
    properties: Vec<Property>,
}

impl<'a> Phrases<'a> {
    pub(super) fn of(pair: &'a Pair, collection: CollectionId) -> Self {
        let features = &pair.release.collection(collection).features;
        Self { features, properties: Property::all(collection, Lang::En) }
    }

    /// A condition, nested so deep at most.
    pub(super) fn condition(&self, chance: &mut Chance, depth: usize) -> String {
        if depth > 0 && chance.is(0.5) {
            let mut inner = || self.condition(chance, depth - 1);
            let [a, b] = [inner(), inner()];
            return match chance.below(3) {
                0 => format!("({a} AND {b})"),
                1 => format!("({a} OR {b})"),
                _ => format!("NOT ({a})"),
            };
        }
        if chance.is(0.3) {
            return self.place(chance);
        }
        let property = *chance.pick(&self.properties);
        let name = property.name();
        if property.holds() == Holds::List {
            return self.list(chance, name);
        }
        let not = if chance.is(0.3) { "NOT " } else { "" };
        match chance.below(8) {
            0 => format!("{name} IS {not}NULL"),
            1 => format!(
                "{name} {not}BETWEEN {} AND {}",
                self.value(chance, property),
                self.value(chance, property)
            ),
            2 => {
                let values: Vec<_> = (0..1 + chance.below(4)).map(|_| self.value(chance, property)).collect();
                format!("{name} {not}IN ({})", values.join(", "))
            }
            3 if property.holds() == Holds::Text => {
                format!("{name} {not}LIKE {}", self.pattern(chance, property))
            }
            4 if property.holds() == Holds::Date => {
                let functions = [
                    "T_AFTER",
                    "T_BEFORE",
                    "T_CONTAINS",
                    "T_DISJOINT",
                    "T_DURING",
                    "T_EQUALS",
                    "T_FINISHEDBY",
                    "T_FINISHES",
                    "T_INTERSECTS",
                    "T_MEETS",
                    "T_METBY",
                    "T_OVERLAPPEDBY",
                    "T_OVERLAPS",
                    "T_STARTEDBY",
                    "T_STARTS",
                ];
                let [a, b] = [self.value(chance, property), self.value(chance, property)];
                let own = *chance.pick(&[
                    "valid_from",
                    "valid_to",
                    "INTERVAL(valid_from, valid_to)",
                    "INTERVAL('..', valid_to)",
                ]);
                let other = [format!("INTERVAL({a}, {b})"), a.clone(), format!("INTERVAL({a}, '..')")];
                let other = chance.pick(&other);
                format!("{}({own}, {other})", *chance.pick(&functions))
            }
            5 => {
                let alike: Vec<_> =
                    self.properties.iter().filter(|other| other.holds() == property.holds()).collect();
                format!("{name} {} {}", self.sign(chance), chance.pick(&alike).name())
            }
            _ => format!("{name} {} {}", self.sign(chance), self.value(chance, property)),
        }
    }

    fn sign(&self, chance: &mut Chance) -> &'static str {
        chance.pick(&Comparison::ALL).1
    }

    fn feature(&self, chance: &mut Chance) -> Option<&'a Feature> {
        (!self.features.is_empty()).then(|| chance.pick(self.features))
    }

    fn text(&self, chance: &mut Chance, property: Property) -> String {
        let some = self.feature(chance).and_then(|feature| match property {
            Property::Id => Some(feature.id.clone()),
            Property::Shown(lang) => feature.names.shown(lang).map(|(name, _)| name.to_owned()),
            Property::Name(lang) => feature.names.get(lang).map(ToOwned::to_owned),
            Property::Oblast => feature.oblasts.first().map(|area| area.code.clone()),
            Property::Raion => feature.raion.clone(),
            property => feature.text(property.name()).map(ToOwned::to_owned),
        });
        let odd = ["", "zzz", "'", "я", "Ж", "a%", "_", "😀", "KZ"];
        some.filter(|_| chance.is(0.8)).unwrap_or_else(|| (*chance.pick(&odd)).to_owned())
    }

    fn value(&self, chance: &mut Chance, property: Property) -> String {
        match property.holds() {
            Holds::Text | Holds::List => quoted(&self.text(chance, property)),
            Holds::Number => {
                let own = self.feature(chance).and_then(|feature| feature.number(property.name()));
                own.unwrap_or_else(|| *chance.pick(&[0.0, -1.5, 3.0, 1e9, 0.1])).to_string()
            }
            Holds::Date => {
                let day = chance.pick(&[
                    "1936-12-05",
                    "2018-06-19",
                    "2022-06-08",
                    "2022-06-07",
                    "0000-01-01",
                    "9999-12-31",
                ]);
                match chance.below(3) {
                    0 => format!("DATE('{day}')"),
                    1 => format!("TIMESTAMP('{day}T12:00:00Z')"),
                    _ => format!("'{day}'"),
                }
            }
        }
    }

    fn pattern(&self, chance: &mut Chance, property: Property) -> String {
        let text = self.text(chance, property);
        let letters: Vec<char> = text.chars().collect();
        let part: String =
            letters.iter().skip(chance.below(letters.len() + 1)).take(1 + chance.below(4)).collect();
        quoted(&match chance.below(6) {
            0 => format!("{part}%"),
            1 => format!("%{part}"),
            2 => format!("%{part}%"),
            3 => format!("_%{part}%"),
            4 => text.replace('%', "\\%").replace('_', "\\_"),
            _ => text.replacen(|letter: char| letter.is_alphabetic(), "_", 2),
        })
    }

    fn list(&self, chance: &mut Chance, name: &str) -> String {
        let words: Vec<_> = (0..chance.below(4))
            .map(|_| {
                let own = self.feature(chance).and_then(|feature| feature.list(name).next());
                quoted(own.unwrap_or("none"))
            })
            .collect();
        let function = chance.pick(&["A_CONTAINS", "A_CONTAINEDBY", "A_EQUALS", "A_OVERLAPS"]);
        match chance.below(6) {
            0 => format!("{name} IS NULL"),
            1 => format!("{function}(({}), {name})", words.join(", ")),
            _ => format!("{function}({name}, ({}))", words.join(", ")),
        }
    }

    /// A relation of shapes; what is compared is often the very shape of a feature, or a part of it.
    fn place(&self, chance: &mut Chance) -> String {
        if chance.is(0.05) {
            return "geometry IS NULL".to_owned();
        }
        let relation = chance.pick(&SpatialRelation::ALL).1;
        let own = self.feature(chance).and_then(|feature| feature.geometry.as_ref());
        let corner = own.and_then(geo::BoundingRect::bounding_rect).map(geo::Rect::min);
        let (x, y) =
            corner.map_or_else(|| (chance.between(50.0, 85.0), chance.between(38.0, 55.0)), |c| (c.x, c.y));
        let side = 10_f64.powf(chance.between(-2.0, 1.0));
        let [a, b] = [chance.between(0.0, 1.0) * side, chance.between(0.0, 1.0) * side];
        let (w, s, e, n) = (x - a, y - b, x + side - a, y + side - b);
        let shape = match chance.below(6) {
            0 => own.and_then(point_of).unwrap_or_else(|| format!("POINT({x} {y})")),
            1 => format!("LINESTRING({w} {s}, {x} {y}, {e} {n})"),
            2 => format!("POLYGON(({w} {s}, {e} {s}, {x} {n}, {w} {s}))"),
            3 => format!("MULTIPOINT(({w} {s}), ({x} {y}))"),
            4 => own.and_then(small).unwrap_or_else(|| format!("BBOX({w}, {s}, {e}, {n})")),
            _ => format!("BBOX({w}, {s}, {e}, {n})"),
        };
        if chance.is(0.2) {
            format!("{relation}({shape}, geometry)")
        } else {
            format!("{relation}(geometry, {shape})")
        }
    }
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn point_of(shape: &Geometry<f64>) -> Option<String> {
    use geo::CoordsIter as _;
    shape.coords_iter().next().map(|c| format!("POINT({} {})", c.x, c.y))
}

/// The whole shape, where it has few corners.
fn small(shape: &Geometry<f64>) -> Option<String> {
    use geo::CoordsIter as _;
    let ring = |line: &geo::LineString<f64>| {
        let corners: Vec<_> = line.coords().map(|c| format!("{} {}", c.x, c.y)).collect();
        format!("({})", corners.join(", "))
    };
    if shape.coords_count() > 300 {
        return None;
    }
    match shape {
        Geometry::Point(point) => Some(format!("POINT({} {})", point.x(), point.y())),
        Geometry::LineString(line) => Some(format!("LINESTRING{}", ring(line))),
        Geometry::Polygon(area) if area.interiors().is_empty() => {
            Some(format!("POLYGON({})", ring(area.exterior())))
        }
        Geometry::MultiPolygon(areas) if areas.0.len() == 1 => small(&Geometry::Polygon(areas.0[0].clone())),
        _ => None,
    }
}
