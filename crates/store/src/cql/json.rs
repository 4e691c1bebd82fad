//! CQL2 JSON.

use super::{
    CqlError,
    syntax::{Extent, Nested, Syntax, WrittenShape},
    token::syntax,
};
use serde_json::{Map, Value};

/// Reads CQL2 JSON.
pub(super) fn read(text: &str) -> Result<Syntax, CqlError> {
    // The reader of JSON gives up where it is nested deeper than 128, before it reads on.
    let value: Value = serde_json::from_str(text).map_err(|error| {
        if error.to_string().starts_with("recursion limit") {
            return Extent::TOO_COMPLEX;
        }
        let before: usize =
            text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let byte = text.floor_char_boundary((before + error.column().saturating_sub(1)).min(text.len()));
        syntax(text[..byte].chars().count() + 1, &text[byte..])
    })?;
    Reader::default().expression(&value)
}

#[derive(Debug, Default)]
struct Reader {
    extent: Extent,
}

/// What has no place in CQL2 JSON; JSON values know no place in the text any more.
fn misplaced(value: &Value) -> CqlError {
    syntax(1, &value.to_string())
}

impl Reader {
    fn expression(&mut self, value: &Value) -> Result<Syntax, CqlError> {
        self.extent.enter()?;
        let read = match value {
            Value::String(text) => Syntax::Text(text.clone()),
            Value::Bool(bool) => Syntax::Bool(*bool),
            Value::Number(number) => Syntax::Number(number.as_f64().ok_or_else(|| misplaced(value))?),
            Value::Array(parts) => Syntax::Array(self.expressions(parts)?),
            Value::Object(members) => self.object(members, value)?,
            Value::Null => return Err(misplaced(value)),
        };
        self.extent.leave();
        Ok(read)
    }

    fn expressions(&mut self, values: &[Value]) -> Result<Vec<Syntax>, CqlError> {
        values.iter().map(|value| self.expression(value)).collect()
    }

    fn object(&mut self, members: &Map<String, Value>, whole: &Value) -> Result<Syntax, CqlError> {
        let text = |name: &str| members.get(name).and_then(Value::as_str);
        let list = |name: &str| members.get(name).and_then(Value::as_array);
        if let Some((name, arguments)) = text("op").zip(list("args")) {
            self.extent.count()?;
            return Ok(Syntax::Operation(name.to_ascii_lowercase(), self.expressions(arguments)?));
        }
        if let Some(name) = text("property") {
            return Ok(Syntax::Property(name.to_owned()));
        }
        if let Some(day) = text("date") {
            return Ok(Syntax::Date(day.to_owned()));
        }
        if let Some(instant) = text("timestamp") {
            return Ok(Syntax::Timestamp(instant.to_owned()));
        }
        if let Some(ends) = list("interval").filter(|ends| ends.len() == 2) {
            return Ok(Syntax::Interval(self.expressions(ends)?));
        }
        if let Some(numbers) = list("bbox") {
            let numbers: Option<_> = numbers.iter().map(Value::as_f64).collect();
            return numbers.map(Syntax::Bbox).ok_or_else(|| misplaced(whole));
        }
        self.shape(whole).map(Syntax::Shape)
    }

    fn shape(&mut self, value: &Value) -> Result<WrittenShape, CqlError> {
        self.extent.enter()?;
        let name = value["type"].as_str().unwrap_or_default().to_ascii_lowercase();
        let read = match (value["geometries"].as_array(), value.get("coordinates")) {
            (Some(members), _) if name == "geometrycollection" => {
                let members = members.iter().map(|member| self.shape(member));
                WrittenShape::Collection(members.collect::<Result<_, _>>()?)
            }
            (None, Some(coordinates)) if !name.is_empty() => {
                WrittenShape::Simple(name, nested(coordinates).ok_or_else(|| misplaced(value))?)
            }
            _ => return Err(misplaced(value)),
        };
        self.extent.leave();
        Ok(read)
    }
}

/// Coordinates; they are no deeper than the reader of JSON goes.
fn nested(value: &Value) -> Option<Nested> {
    let parts = value.as_array()?;
    if parts.first().is_some_and(Value::is_number) {
        return parts.iter().map(Value::as_f64).collect::<Option<_>>().map(Nested::Position);
    }
    parts.iter().map(nested).collect::<Option<_>>().map(Nested::List)
}
