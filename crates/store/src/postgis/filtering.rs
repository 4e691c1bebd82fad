//! Filters as conditions of a statement. `NULL` is the third truth value of both.

use super::{
    DatabaseError,
    compose::{Composed, Value},
};
use crate::cql::{Comparison, Holds, ListRelation, Literal, Predicate, Property, Scalar, SpatialRelation};
use jiff_sqlx::ToSqlx as _;
use terrikon_core::{Date, Lang};

/// Adds a condition; oblasts are those of `date`.
pub(super) fn condition(
    statement: &mut Composed,
    predicate: &Predicate,
    date: Date,
) -> Result<(), DatabaseError> {
    match predicate {
        Predicate::Constant(true) => {
            statement.put("TRUE");
        }
        Predicate::Constant(false) => {
            statement.put("FALSE");
        }
        Predicate::Not(inner) => {
            statement.put("(NOT ");
            condition(statement, inner, date)?;
            statement.put(")");
        }
        Predicate::And(parts) => joined(statement, parts, " AND ", date)?,
        Predicate::Or(parts) => joined(statement, parts, " OR ", date)?,
        Predicate::Compare(comparison, left, right) => compare(statement, *comparison, left, right, date),
        Predicate::Like(text, pattern) => {
            statement.put("(");
            scalar(statement, text, date);
            statement.put(" COLLATE \"C\" LIKE ").bind(Value::Text(pattern.clone())).put(" ESCAPE '\\')");
        }
        Predicate::Among(value, literals) => {
            statement.put("(");
            scalar(statement, value, date);
            statement.put(" = ANY (").bind(constants(value.holds(), literals)).put("))");
        }
        Predicate::IsNull(value) => {
            statement.put("(");
            scalar(statement, value, date);
            statement.put(" IS NULL)");
        }
        Predicate::HasNoShape => {
            statement.put("(geom IS NULL)");
        }
        Predicate::List(relation, own, words) => list(statement, *relation, *own, words, date),
        Predicate::Spatial(relation, shape) => {
            let function = match relation {
                SpatialRelation::Intersects => "ST_Intersects(geom, ",
                SpatialRelation::Disjoint => "NOT ST_Intersects(geom, ",
                SpatialRelation::Equals => "ST_Equals(geom, ",
                SpatialRelation::Touches => "ST_Touches(geom, ",
                SpatialRelation::Crosses => "ST_Crosses(geom, ",
                SpatialRelation::Within => "ST_Within(geom, ",
                SpatialRelation::Contains => "ST_Contains(geom, ",
                SpatialRelation::Overlaps => "ST_Overlaps(geom, ",
            };
            statement.put("(").put(function).shape(&shape.geometry)?.put("))");
        }
    }
    Ok(())
}

fn joined(
    statement: &mut Composed,
    parts: &[Predicate],
    between: &'static str,
    date: Date,
) -> Result<(), DatabaseError> {
    for (part, number) in parts.iter().zip(0..) {
        statement.put(if number == 0 { "(" } else { between });
        condition(statement, part, date)?;
    }
    statement.put(")");
    Ok(())
}

fn compare(statement: &mut Composed, comparison: Comparison, left: &Scalar, right: &Scalar, date: Date) {
    let sign = match comparison {
        Comparison::Equal => " = ",
        Comparison::NotEqual => " <> ",
        Comparison::Less => " < ",
        Comparison::LessOrEqual => " <= ",
        Comparison::Greater => " > ",
        Comparison::GreaterOrEqual => " >= ",
    };
    // Texts are ordered by their bytes. Whether they are equal is the same in every collation, and indexes have that of their column.
    let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    let constant = [left, right].iter().any(|side| matches!(side, Scalar::Literal(_)));
    let by_bytes = left.holds() == Holds::Text && !(equality && constant);
    statement.put("(");
    scalar(statement, left, date);
    if by_bytes {
        statement.put(" COLLATE \"C\"");
    }
    statement.put(sign);
    scalar(statement, right, date);
    statement.put(")");
}

/// Adds a value.
fn scalar(statement: &mut Composed, value: &Scalar, date: Date) {
    match value {
        Scalar::Property(own) => property(statement, *own, date),
        Scalar::Literal(Literal::Text(text)) => {
            statement.bind(Value::Text(text.clone()));
        }
        Scalar::Literal(Literal::Number(number)) => {
            statement.bind(Value::Number(*number));
        }
        Scalar::Literal(Literal::Date(day)) => {
            statement.bind(Value::Date(day.to_sqlx()));
        }
        Scalar::Lower(inner) => {
            statement.put("(lower(");
            scalar(statement, inner, date);
            statement.put(" COLLATE \"und-x-icu\") COLLATE \"C\")");
        }
        Scalar::Bare(inner) => {
            statement.put("(regexp_replace(normalize(");
            scalar(statement, inner, date);
            // The marks of `cql::fold::MARKS`.
            statement.put(", NFD) COLLATE \"C\", '[\\u0300-\\u036f]', '', 'g') COLLATE \"C\")");
        }
    }
}

/// Adds a property.
pub(super) fn property(statement: &mut Composed, own: Property, date: Date) {
    match own {
        Property::Shown(lang) => {
            for (name, before) in lang.fallbacks().into_iter().zip(["COALESCE(", ", ", ", ", ", "]) {
                statement.put(before).put(column(name));
            }
            statement.put(")");
        }
        Property::Name(lang) => {
            statement.put(column(lang));
        }
        Property::Oblast => {
            let day = || Value::Date(super::cells::day(date));
            statement
                .put("(SELECT held.code FROM jsonb_to_recordset(oblasts) AS held (code text, valid_from date, valid_to date)")
                .put(" WHERE (held.valid_from IS NULL OR held.valid_from <= ")
                .bind(day())
                .put(") AND (held.valid_to IS NULL OR ")
                .bind(day())
                .put(" < held.valid_to) LIMIT 1)");
        }
        Property::Id | Property::ValidFrom | Property::ValidTo | Property::Raion => {
            statement.put(own.name());
        }
        Property::Field(field) => {
            match own.holds() {
                Holds::Number => statement.put(field.name).put("::float8"),
                Holds::List => statement.put("NULLIF(").put(field.name).put(", '{}')"),
                Holds::Text | Holds::Date => statement.put(field.name),
            };
        }
    }
}

const fn column(lang: Lang) -> &'static str {
    Property::Name(lang).name()
}

fn list(statement: &mut Composed, relation: ListRelation, own: Property, words: &[String], date: Date) {
    let signs: &[&'static str] = match relation {
        ListRelation::Equals => &[" @> ", " <@ "],
        ListRelation::Contains => &[" @> "],
        ListRelation::ContainedBy => &[" <@ "],
        ListRelation::Overlaps => &[" && "],
    };
    for (sign, number) in signs.iter().zip(0..) {
        statement.put(if number == 0 { "(" } else { " AND " });
        property(statement, own, date);
        statement.put(sign).bind(Value::Texts(words.to_vec()));
    }
    statement.put(")");
}

/// Constants of one type.
fn constants(holds: Holds, literals: &[Literal]) -> Value {
    let numbers = literals.iter().filter_map(|literal| match literal {
        Literal::Number(number) => Some(*number),
        _ => None,
    });
    let dates = literals.iter().filter_map(|literal| match literal {
        Literal::Date(date) => Some(date.to_sqlx()),
        _ => None,
    });
    let texts = literals.iter().filter_map(|literal| match literal {
        Literal::Text(text) => Some(text.clone()),
        _ => None,
    });
    match holds {
        Holds::Number => Value::Numbers(numbers.collect()),
        Holds::Date => Value::Dates(dates.collect()),
        Holds::Text | Holds::List => Value::Texts(texts.collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cql::{Encoding, parse};
    use terrikon_core::CollectionId;

    fn text(filter: &str) -> String {
        let predicate = parse(filter, Encoding::Text, CollectionId::Hotspots, Lang::Ru).unwrap();
        let mut statement = Composed::new("SELECT", 10);
        condition(&mut statement, &predicate, Date::constant(2024, 6, 30)).unwrap();
        statement.text().to_owned()
    }

    #[test]
    fn nothing_of_a_filter_is_in_the_statement_but_names_of_columns() {
        let hostile = "x'');DROP--\"$1\\u0000";
        let quoted = hostile.replace('\'', "''");
        let everything = format!(
            "name = '{quoted}' OR CASEI(note) LIKE '{quoted}%' OR kind IN ('{quoted}', 'b') OR A_OVERLAPS(pollutants, ('{quoted}')) \
             OR ACCENTI(oblast) < '{quoted}' OR position_accuracy_m BETWEEN 77777 AND 88888 OR valid_from > DATE('1999-09-19') \
             OR S_INTERSECTS(geometry, POINT(66.6 55.5)) OR '{quoted}' <> raion OR T_BEFORE(valid_to, TIMESTAMP('1999-09-19T00:00:00Z'))"
        );
        let text = text(&everything);
        for part in ["DROP", "--", "$1\\u", "77777", "88888", "1999", "66.6", "x'"] {
            assert!(!text.contains(part), "{part}: {text}");
        }
        let letters_of_values = |letter: char| !letter.is_ascii() || letter.is_control();
        assert!(!text.contains(letters_of_values) && !text.contains(';'), "{text}");
    }

    #[test]
    fn equality_with_a_constant_keeps_the_collation_of_the_index() {
        assert_eq!(text("kind = 'dump'"), "SELECT(kind = $11::text)");
        assert_eq!(text("kind < 'dump'"), "SELECT(kind COLLATE \"C\" < $11::text)");
        assert_eq!(text("kind = subkind"), "SELECT(kind COLLATE \"C\" = subkind)");
    }
}
