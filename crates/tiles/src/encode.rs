//! Features to Mapbox Vector Tile bytes, and the attributes that they carry.

use crate::{LayerName, TileError, shape::Shape};
use fast_mvt::{MvtCoord, MvtError, MvtFeatureBuilder, MvtGeomType, MvtTileBuilder, MvtValue};
use i_overlay::i_float::int::point::IntPoint;
use serde_json::{Map, Value};
use std::sync::Arc;
use terrikon_core::{CollectionId, Described, FieldType};

/// The attributes of a feature, in the order in which they are written; never null.
pub(crate) type Attributes = Vec<(String, MvtValue)>;

/// A shape in a tile, with its attributes.
pub(crate) type Part = (Shape, Arc<Attributes>);

/// An attribute that holds a text.
pub(crate) fn text(name: &str, value: &str) -> (String, MvtValue) {
    (name.to_owned(), MvtValue::String(value.to_owned()))
}

/// An attribute that holds a whole number.
pub(crate) fn integer(name: &str, value: i64) -> (String, MvtValue) {
    (name.to_owned(), MvtValue::Int(value))
}

/// An attribute that is there and true, or not there.
pub(crate) fn flag(name: &str) -> (String, MvtValue) {
    (name.to_owned(), MvtValue::Bool(true))
}

/// `id`, the fields of its collection that tiles carry, and `name_<lang>` in each language that has one.
pub(crate) fn attributes(feature: &impl Described, collection: CollectionId) -> Attributes {
    let mut attributes = facts(feature, collection);
    attributes.extend(names(feature));
    attributes
}

/// `id` and the fields of its collection that tiles carry.
pub(crate) fn facts(feature: &impl Described, collection: CollectionId) -> Attributes {
    let mut attributes = vec![text("id", feature.id())];
    for field in collection.fields().iter().filter(|field| field.in_tiles) {
        let value = match field.holds {
            FieldType::Text => feature.text(field.name).map(|word| MvtValue::String(word.to_owned())),
            // Whole numbers of ours are exact as floats.
            FieldType::Integer => feature.number(field.name).map(|whole| MvtValue::Int(whole as i64)),
            FieldType::Real => feature.number(field.name).map(MvtValue::Double),
            FieldType::List => None,
        };
        attributes.extend(value.map(|value| (field.name.to_owned(), value)));
    }
    attributes
}

/// `name_<lang>` in each language that has one.
pub(crate) fn names(feature: &impl Described) -> impl Iterator<Item = (String, MvtValue)> + '_ {
    feature.names().iter().map(|(lang, name)| (format!("name_{lang}"), MvtValue::String(name.to_owned())))
}

/// Attributes as JSON: whole numbers stay integers, all others stay what they are.
pub(crate) fn json(attributes: &Attributes) -> Map<String, Value> {
    let value = |value: &MvtValue| match value {
        MvtValue::String(text) => Value::from(text.as_str()),
        MvtValue::Float(real) => Value::from(*real),
        MvtValue::Double(real) => Value::from(*real),
        MvtValue::Int(whole) | MvtValue::SInt(whole) => Value::from(*whole),
        MvtValue::UInt(whole) => Value::from(*whole),
        MvtValue::Bool(yes) => Value::from(*yes),
        MvtValue::Null => Value::Null,
    };
    let described = attributes.iter().map(|(name, held)| (name.clone(), value(held)));
    described.filter(|(_, value)| !value.is_null()).collect()
}

/// The layers of one tile as bytes. Layers without features are left out.
pub(crate) fn encode(layers: Vec<(LayerName, Vec<Part>)>) -> Result<Vec<u8>, TileError> {
    let mut tile = MvtTileBuilder::new();
    for (name, features) in layers {
        if !features.is_empty() {
            tile = layer(tile, name, &features)
                .map_err(|source| TileError::Encoding { layer: name.as_str(), source })?;
        }
    }
    Ok(tile.encode())
}

fn layer(tile: MvtTileBuilder, name: LayerName, features: &[Part]) -> Result<MvtTileBuilder, MvtError> {
    let mut layer = tile.layer(name.as_str())?;
    for (shape, attributes) in features {
        let mut feature = layer.feature_of(match shape {
            Shape::Point(_) => MvtGeomType::Point,
            Shape::Lines(_) => MvtGeomType::LineString,
            Shape::Polygons(_) => MvtGeomType::Polygon,
        });
        geometry(&mut feature, shape)?;
        for (key, value) in attributes.iter() {
            feature.tag_ref(key, value.into())?;
        }
        layer = feature.end();
    }
    Ok(layer.end())
}

fn geometry(feature: &mut MvtFeatureBuilder, shape: &Shape) -> Result<(), MvtError> {
    let coords = |path: &[IntPoint]| path.iter().map(coord).collect::<Vec<_>>();
    match shape {
        Shape::Point(point) => {
            feature.points([coord(point)])?;
        }
        Shape::Lines(lines) => {
            for line in lines {
                feature.line(coords(line))?;
            }
        }
        Shape::Polygons(polygons) => {
            for rings in polygons {
                for (index, ring) in rings.iter().enumerate() {
                    feature.ring(coords(ring), index == 0)?;
                }
            }
        }
    }
    Ok(())
}

fn coord(point: &IntPoint) -> MvtCoord {
    MvtCoord { x: point.x, y: point.y }
}
