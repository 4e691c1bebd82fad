//! Statements that are made while the program runs: of parts that were there when it was built, and of placeholders. This is the
//! only module that makes any. The types see to it: a part is a `&'static str`, and everything else is a value, which is bound.

use super::DatabaseError;
use geo::Geometry;
use geozero::{CoordDimensions, ToWkb as _};
use sqlx::{Postgres, postgres::PgArguments, query::Query};
use std::fmt::Write as _;

/// A value that is bound.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Text(String),
    Texts(Vec<String>),
    Number(f64),
    Numbers(Vec<f64>),
    Date(jiff_sqlx::Date),
    Dates(Vec<jiff_sqlx::Date>),
    /// A shape as EWKB.
    Shape(Vec<u8>),
    /// How many rows.
    Count(i64),
}

/// A statement on its way.
#[derive(Debug)]
pub(super) struct Composed {
    text: String,
    /// How many parameters are bound before the values.
    before: usize,
    values: Vec<Value>,
}

impl Composed {
    /// A statement that begins so, with a number of parameters that are bound by other means, before all values.
    pub(super) fn new(begins: &'static str, before: usize) -> Self {
        Self { text: begins.to_owned(), before, values: Vec::new() }
    }

    /// Adds a part.
    pub(super) fn put(&mut self, part: &'static str) -> &mut Self {
        self.text.push_str(part);
        self
    }

    /// Adds the placeholder of a value, with the type that it is bound as.
    pub(super) fn bind(&mut self, value: Value) -> &mut Self {
        let cast = match value {
            Value::Text(_) => "::text",
            Value::Texts(_) => "::text[]",
            Value::Number(_) => "::float8",
            Value::Numbers(_) => "::float8[]",
            Value::Date(_) => "::date",
            Value::Dates(_) => "::date[]",
            Value::Shape(_) => "::bytea",
            Value::Count(_) => "::bigint",
        };
        self.values.push(value);
        // Writing to a string never fails.
        let _ = write!(self.text, "${}{cast}", self.before + self.values.len());
        self
    }

    /// Adds the placeholder of a shape, as a shape of the database.
    pub(super) fn shape(&mut self, shape: &Geometry<f64>) -> Result<&mut Self, DatabaseError> {
        let bytes = shape.to_ewkb(CoordDimensions::xy(), Some(4326)).map_err(|error| {
            DatabaseError::Content { table: "filter", row: "shape".to_owned(), what: error.to_string() }
        })?;
        Ok(self.put("ST_GeomFromEWKB(").bind(Value::Shape(bytes)).put(")"))
    }

    /// The statement; `bound` binds the parameters before the values. It is not kept prepared, as hardly one comes twice.
    pub(super) fn asking<'q>(
        &'q self,
        bound: impl FnOnce(Query<'q, Postgres, PgArguments>) -> Query<'q, Postgres, PgArguments>,
    ) -> Query<'q, Postgres, PgArguments> {
        let begun = bound(sqlx::query(&self.text).persistent(false));
        self.values.iter().fold(begun, |asking, value| match value {
            Value::Text(text) => asking.bind(text),
            Value::Texts(texts) => asking.bind(texts),
            Value::Number(number) => asking.bind(number),
            Value::Numbers(numbers) => asking.bind(numbers),
            Value::Date(date) => asking.bind(*date),
            Value::Dates(dates) => asking.bind(dates),
            Value::Shape(bytes) => asking.bind(bytes),
            Value::Count(count) => asking.bind(count),
        })
    }

    /// What was put together so far.
    #[cfg(test)]
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}
