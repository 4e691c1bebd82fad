//! Orders as parts of a statement. Absent values come last, so first where a page is read backwards.

use super::{
    compose::{Composed, Value},
    filtering::property,
};
use crate::cql::{Holds, Property, Sort};
use sqlx::{Row as _, postgres::PgRow};
use terrikon_core::Date;

/// Where a row stands in an order: the values of its properties, and its id.
#[derive(Debug)]
pub(super) struct Place {
    values: Vec<Option<Value>>,
    id: String,
}

impl Place {
    /// The statement that asks for a place: `$1` is the release, `$2` the id.
    pub(super) fn asked(table: &'static str, sort: &[Sort], date: Date) -> Composed {
        let mut statement = Composed::new("SELECT ", 2);
        for one in sort {
            property(&mut statement, one.by, date);
            statement.put(", ");
        }
        statement.put("id FROM terrikon.").put(table).put(" WHERE release = $1 AND id = $2");
        statement
    }

    /// The place of a row that was found; one that was not stands among those of which nothing is known.
    pub(super) fn read(row: Option<&PgRow>, sort: &[Sort], id: &str) -> sqlx::Result<Self> {
        let value = |(index, sort): (usize, &Sort)| {
            let Some(row) = row else { return Ok(None) };
            Ok(match sort.by.holds() {
                Holds::Number => row.try_get::<Option<f64>, _>(index)?.map(Value::Number),
                Holds::Date => row.try_get::<Option<jiff_sqlx::Date>, _>(index)?.map(Value::Date),
                Holds::Text | Holds::List => row.try_get::<Option<String>, _>(index)?.map(Value::Text),
            })
        };
        let values: sqlx::Result<Vec<_>> = sort.iter().enumerate().map(value).collect();
        Ok(Self { values: values?, id: id.to_owned() })
    }

    /// Adds the condition that a row comes after it, or before it.
    pub(super) fn beside(&self, statement: &mut Composed, sort: &[Sort], date: Date, before: bool) {
        statement.put("(");
        for (one, number) in sort.iter().zip(0..) {
            self.equal(statement, &sort[..number], date);
            match &self.values[number] {
                // Nothing is behind what comes last.
                None if before => {
                    key(statement, one.by, date);
                    statement.put(" IS NOT NULL");
                }
                None => {
                    statement.put("FALSE");
                }
                Some(value) => {
                    statement.put("(");
                    key(statement, one.by, date);
                    statement.put(if one.descending == before { " > " } else { " < " }).bind(value.clone());
                    if !before {
                        statement.put(" OR ");
                        key(statement, one.by, date);
                        statement.put(" IS NULL");
                    }
                    statement.put(")");
                }
            }
            statement.put(" OR ");
        }
        self.equal(statement, sort, date);
        statement.put(if before { "id < " } else { "id > " }).bind(Value::Text(self.id.clone())).put(")");
    }

    /// Adds that some properties have its values, and that what follows is so too.
    fn equal(&self, statement: &mut Composed, sort: &[Sort], date: Date) {
        for (one, value) in sort.iter().zip(&self.values) {
            key(statement, one.by, date);
            match value {
                None => statement.put(" IS NULL AND "),
                Some(value) => statement.put(" = ").bind(value.clone()).put(" AND "),
            };
        }
    }
}

/// Adds the order, or its contrary.
pub(super) fn order(statement: &mut Composed, sort: &[Sort], date: Date, backward: bool) {
    statement.put(" ORDER BY ");
    for one in sort {
        key(statement, one.by, date);
        statement.put(if one.descending == backward { " ASC" } else { " DESC" });
        statement.put(if backward { " NULLS FIRST, " } else { " NULLS LAST, " });
    }
    statement.put(if backward { "id DESC" } else { "id" });
}

/// Adds a property as it is ordered: texts by their bytes.
fn key(statement: &mut Composed, by: Property, date: Date) {
    property(statement, by, date);
    if by.holds() == Holds::Text {
        statement.put(" COLLATE \"C\"");
    }
}
