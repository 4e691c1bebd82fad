//! Tiles read back by a decoder that shares no code with the encoder: geozero's protobuf messages.

use geozero::mvt::{Message as _, Tile, tile};
use std::collections::BTreeMap;

/// A value as TileJSON names its type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Integer(i64),
    Real(f64),
    Boolean(bool),
}

impl Value {
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Self::Text(_) => "String",
            Self::Integer(_) | Self::Real(_) => "Number",
            Self::Boolean(_) => "Boolean",
        }
    }

    pub(crate) fn integer(&self) -> i64 {
        match self {
            Self::Integer(value) => *value,
            other => panic!("{other:?} is no integer"),
        }
    }

    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Text(value) => value,
            other => panic!("{other:?} is no text"),
        }
    }
}

#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) layer: String,
    pub(crate) geometry_type: tile::GeomType,
    /// Points, lines or rings, without the repeated first point.
    pub(crate) paths: Vec<Vec<(i64, i64)>>,
    pub(crate) values: BTreeMap<String, Value>,
}

pub(crate) fn decode(bytes: &[u8]) -> Vec<Decoded> {
    let tile = Tile::decode(bytes).unwrap();
    let mut features = Vec::new();
    for layer in &tile.layers {
        assert_eq!((layer.version, layer.extent), (2, Some(4096)), "{}", layer.name);
        assert!(!layer.features.is_empty(), "{} is empty", layer.name);
        for feature in &layer.features {
            let values = feature.tags.chunks_exact(2).map(|tag| {
                let value = &layer.values[tag[1] as usize];
                let value = match value {
                    tile::Value { string_value: Some(text), .. } => Value::Text(text.clone()),
                    tile::Value { int_value: Some(value), .. }
                    | tile::Value { sint_value: Some(value), .. } => Value::Integer(*value),
                    // PostGIS writes whole numbers so.
                    tile::Value { uint_value: Some(value), .. } => {
                        Value::Integer(i64::try_from(*value).unwrap())
                    }
                    tile::Value { double_value: Some(value), .. } => Value::Real(*value),
                    tile::Value { bool_value: Some(value), .. } => Value::Boolean(*value),
                    other => panic!("unexpected value {other:?}"),
                };
                (layer.keys[tag[0] as usize].clone(), value)
            });
            features.push(Decoded {
                layer: layer.name.clone(),
                geometry_type: feature.r#type(),
                paths: paths(&feature.geometry),
                values: values.collect(),
            });
        }
    }
    features
}

/// Follows the commands of a geometry, as the specification words them.
fn paths(commands: &[u32]) -> Vec<Vec<(i64, i64)>> {
    let zigzag = |value: u32| i64::from(value >> 1) ^ -i64::from(value & 1);
    let (mut x, mut y) = (0, 0);
    let mut paths: Vec<Vec<(i64, i64)>> = Vec::new();
    let mut rest = commands;
    while let [command, after @ ..] = rest {
        let (id, count) = (command & 7, (command >> 3) as usize);
        rest = after;
        if id == 7 {
            assert_eq!(count, 1);
            continue;
        }
        for _ in 0..count {
            x += zigzag(rest[0]);
            y += zigzag(rest[1]);
            rest = &rest[2..];
            if id == 1 {
                paths.push(vec![]);
            }
            paths.last_mut().unwrap().push((x, y));
        }
    }
    paths
}

/// Twice the area by the surveyor's formula of the specification: positive for exteriors.
pub(crate) fn double_area(ring: &[(i64, i64)]) -> i64 {
    (0..ring.len())
        .map(|index| {
            let (a, b) = (ring[index], ring[(index + 1) % ring.len()]);
            a.0 * b.1 - b.0 * a.1
        })
        .sum()
}
