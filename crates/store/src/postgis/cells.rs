//! Values of the domain as cells of `COPY ... (FORMAT binary)`, and rows of the database as values of the domain.

use super::DatabaseError;
use geo::Geometry;
use geozero::{CoordDimensions, ToGeo as _, ToWkb as _, wkb};
use jiff_sqlx::ToSqlx;
use serde_json::Value;
use sqlx::{
    Encode, Postgres, Row as _,
    encode::IsNull,
    postgres::{PgArgumentBuffer, PgRow},
    types::Json,
};
use terrikon_core::{AreaAt, CollectionId, Date, Feature, FieldType, Lang, Names, Validity};

/// What begins a binary COPY: the signature, no flags, no more header.
const HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";

/// What ends it.
const TRAILER: [u8; 2] = (-1_i16).to_be_bytes();

/// Rows on their way to the database.
#[derive(Debug)]
pub(super) struct Cells {
    buffer: PgArgumentBuffer,
    columns: i16,
}

/// A value that can't be sent.
type Unsendable = Box<dyn std::error::Error + Send + Sync>;

impl Cells {
    pub(super) fn new(columns: i16) -> Self {
        let mut buffer = PgArgumentBuffer::default();
        buffer.extend_from_slice(HEADER);
        Self { buffer, columns }
    }

    pub(super) fn begin_row(&mut self) {
        self.buffer.extend_from_slice(&self.columns.to_be_bytes());
    }

    pub(super) fn push<'q, T: Encode<'q, Postgres>>(&mut self, value: T) -> Result<(), Unsendable> {
        let start = self.buffer.len();
        self.buffer.extend_from_slice(&(-1_i32).to_be_bytes());
        if let IsNull::No = value.encode(&mut self.buffer)? {
            let length = i32::try_from(self.buffer.len() - start - 4)?;
            self.buffer[start..start + 4].copy_from_slice(&length.to_be_bytes());
        }
        Ok(())
    }

    pub(super) fn push_geometry(
        &mut self,
        geometry: Option<&Geometry<f64>>,
        srid: i32,
    ) -> Result<(), Unsendable> {
        let bytes =
            geometry.map(|geometry| geometry.to_ewkb(CoordDimensions::xy(), Some(srid))).transpose()?;
        self.push(bytes)
    }

    pub(super) fn push_validity(&mut self, validity: &Validity) -> Result<(), Unsendable> {
        self.push(validity.valid_from.map(ToSqlx::to_sqlx))?;
        self.push(validity.valid_to.map(ToSqlx::to_sqlx))
    }

    /// A feature of a collection, as [`super::statements::Statements::copy`] lists its columns.
    pub(super) fn push_feature(
        &mut self,
        release: i32,
        collection: CollectionId,
        feature: &Feature,
    ) -> Result<(), Unsendable> {
        self.begin_row();
        self.push(release)?;
        self.push(feature.id.as_str())?;
        for lang in Lang::ALL {
            self.push(feature.names.get(lang))?;
        }
        self.push_geometry(feature.geometry.as_ref(), 4326)?;
        self.push(feature.position.map(|[lon, _]| lon))?;
        self.push(feature.position.map(|[_, lat]| lat))?;
        self.push_validity(&feature.validity)?;
        self.push(Json(&feature.oblasts))?;
        self.push(feature.raion.as_deref())?;
        for field in collection.fields() {
            let value = feature.properties.get(field.name);
            match field.holds {
                FieldType::Text => self.push(value.and_then(Value::as_str))?,
                FieldType::Integer => self.push(value.and_then(Value::as_i64))?,
                FieldType::Real => self.push(value.and_then(Value::as_f64))?,
                FieldType::List => {
                    let words = value.and_then(Value::as_array);
                    self.push(words.map(|words| words.iter().filter_map(Value::as_str).collect::<Vec<_>>()))?;
                }
            }
        }
        Ok(())
    }

    /// How many bytes wait.
    pub(super) fn waiting(&self) -> usize {
        self.buffer.len()
    }

    pub(super) fn finish(&mut self) {
        self.buffer.extend_from_slice(&TRAILER);
    }

    /// The bytes that wait; the next ones begin anew.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.buffer
    }

    pub(super) fn clear(&mut self) {
        self.buffer.clear();
    }
}

/// A box as a shape in EWKB, for `ST_Intersects`: a point, line or polygon, in two parts over the antimeridian.
pub(super) fn box_shape(bbox: &terrikon_core::Envelope) -> Result<Vec<u8>, DatabaseError> {
    use geo::{Coord, LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Rect};
    let parts = bbox.parts();
    let corners: Vec<_> = parts
        .iter()
        .map(|part| (Coord { x: part.west, y: part.south }, Coord { x: part.east, y: part.north }))
        .collect();
    let shape: Geometry<f64> = match (bbox.west == bbox.east, bbox.south == bbox.north) {
        (true, true) => MultiPoint(corners.iter().map(|(corner, _)| Point(*corner)).collect()).into(),
        (false, false) => {
            MultiPolygon(corners.iter().map(|(low, high)| Rect::new(*low, *high).to_polygon()).collect())
                .into()
        }
        _ => {
            MultiLineString(corners.iter().map(|(low, high)| LineString(vec![*low, *high])).collect()).into()
        }
    };
    shape.to_ewkb(CoordDimensions::xy(), Some(4326)).map_err(|error| DatabaseError::Content {
        table: "bbox",
        row: format!("{bbox:?}"),
        what: error.to_string(),
    })
}

/// A day as the database has it. It knows none before 4713 BC; no data is older than the year 1, so every day before is alike.
pub(super) fn day(date: Date) -> jiff_sqlx::Date {
    date.max(Date::constant(0, 12, 31)).to_sqlx()
}

/// A row of a collection as the feature that was written.
pub(super) fn feature(row: &PgRow, collection: CollectionId) -> Result<Feature, DatabaseError> {
    read_feature(row, collection).map_err(|error| DatabaseError::Content {
        table: super::statements::of(collection).table,
        row: row.try_get("id").unwrap_or_default(),
        what: error.to_string(),
    })
}

fn read_feature(row: &PgRow, collection: CollectionId) -> sqlx::Result<Feature> {
    let mut names = Names::default();
    for (lang, column) in Lang::ALL.into_iter().zip(["name_en", "name_ru", "name_kk", "name_ky"]) {
        if let Some(name) = row.try_get::<Option<&str>, _>(column)? {
            names.set(lang, name);
        }
    }
    let Json(oblasts) = row.try_get::<Json<Vec<AreaAt>>, _>("oblasts")?;
    let lon: Option<f64> = row.try_get("lon")?;
    let lat: Option<f64> = row.try_get("lat")?;
    let mut feature = Feature {
        id: row.try_get("id")?,
        names,
        geometry: geometry(row)?,
        position: lon.zip(lat).map(|(lon, lat)| [lon, lat]),
        validity: validity(row)?,
        oblasts,
        raion: row.try_get("raion")?,
        properties: serde_json::Map::new(),
    };
    for field in collection.fields() {
        let value = match field.holds {
            FieldType::Text => row.try_get::<Option<String>, _>(field.name)?.map(Value::from),
            FieldType::Integer => row.try_get::<Option<i64>, _>(field.name)?.map(Value::from),
            FieldType::Real => row.try_get::<Option<f64>, _>(field.name)?.map(Value::from),
            FieldType::List => row.try_get::<Option<Vec<String>>, _>(field.name)?.map(Value::from),
        };
        if let Some(value) = value {
            feature.properties.insert(field.name.to_owned(), value);
        }
    }
    Ok(feature)
}

/// The geometry of a row, which stands there as bytes.
pub(super) fn geometry(row: &PgRow) -> sqlx::Result<Option<Geometry<f64>>> {
    let bytes: Option<&[u8]> = row.try_get("geom")?;
    let shape = bytes.map(|bytes| wkb::Ewkb(bytes).to_geo()).transpose();
    shape.map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// From when to when a row holds.
pub(super) fn validity(row: &PgRow) -> sqlx::Result<Validity> {
    let day = |column| {
        Ok::<_, sqlx::Error>(row.try_get::<Option<jiff_sqlx::Date>, _>(column)?.map(jiff_sqlx::Date::to_jiff))
    };
    Ok(Validity { valid_from: day("valid_from")?, valid_to: day("valid_to")? })
}
