//! The expressions of the style, so that pictures follow the same values as the viewer.
//!
//! What MapLibre's specification has and our style does not use is not here; a test fails when the style begins to use it.

use serde_json::{Map, Value, json};

/// What an expression may look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) zoom: f64,
    pub(super) attributes: &'a Map<String, Value>,
    /// `Point`, `LineString` or `Polygon`.
    pub(super) geometry: &'static str,
}

/// The operators that are understood.
#[cfg(test)]
pub(super) const OPERATORS: [&str; 31] = [
    "literal",
    "get",
    "has",
    "!",
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "all",
    "any",
    "in",
    "coalesce",
    "match",
    "case",
    "step",
    "interpolate",
    "concat",
    "to-string",
    "to-number",
    "upcase",
    "+",
    "-",
    "*",
    "/",
    "%",
    "min",
    "max",
    "zoom",
    "geometry-type",
];

impl Context<'_> {
    /// The value of an expression; null where it has none.
    pub(super) fn evaluate(&self, expression: &Value) -> Value {
        let Some((operator, args)) = operation(expression) else { return expression.clone() };
        let arg = |index: usize| args.get(index).map_or(Value::Null, |arg| self.evaluate(arg));
        let compare = |holds: fn(f64, f64) -> bool| match (arg(0), arg(1)) {
            (Value::Number(a), Value::Number(b)) => {
                Value::Bool(a.as_f64().zip(b.as_f64()).is_some_and(|(a, b)| holds(a, b)))
            }
            _ => Value::Bool(false),
        };
        match operator {
            "literal" => args.first().cloned().unwrap_or_default(),
            "get" => self.attribute(&arg(0)).cloned().unwrap_or_default(),
            "has" => Value::Bool(self.attribute(&arg(0)).is_some()),
            "!" => Value::Bool(!holds(&arg(0))),
            "==" => Value::Bool(same(&arg(0), &arg(1))),
            "!=" => Value::Bool(!same(&arg(0), &arg(1))),
            "<" => compare(|a, b| a < b),
            "<=" => compare(|a, b| a <= b),
            ">" => compare(|a, b| a > b),
            ">=" => compare(|a, b| a >= b),
            "all" => Value::Bool(args.iter().all(|arg| holds(&self.evaluate(arg)))),
            "any" => Value::Bool(args.iter().any(|arg| holds(&self.evaluate(arg)))),
            "in" => Value::Bool(among(&arg(0), &arg(1))),
            "coalesce" => {
                args.iter().map(|arg| self.evaluate(arg)).find(|value| !value.is_null()).unwrap_or_default()
            }
            "match" => self.matched(args),
            "case" => self.chosen(args),
            "step" => self.step(args),
            "interpolate" => self.interpolate(args),
            "concat" => Value::String(args.iter().map(|arg| text(&self.evaluate(arg))).collect()),
            "to-string" => Value::String(text(&arg(0))),
            "to-number" => number(&arg(0)).map_or(Value::Null, |number| json!(number)),
            "upcase" => Value::String(text(&arg(0)).to_uppercase()),
            "zoom" => json!(self.zoom),
            "geometry-type" => json!(self.geometry),
            _ => self.sum(operator, args),
        }
    }

    /// The number of an expression.
    pub(super) fn number(&self, expression: &Value) -> Option<f64> {
        number(&self.evaluate(expression))
    }

    /// The text of an expression.
    pub(super) fn text(&self, expression: &Value) -> Option<String> {
        match self.evaluate(expression) {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// Whether a filter lets pass; without one everything passes.
    pub(super) fn passes(&self, filter: Option<&Value>) -> bool {
        filter.is_none_or(|filter| holds(&self.evaluate(filter)))
    }

    fn attribute(&self, name: &Value) -> Option<&Value> {
        self.attributes.get(name.as_str()?)
    }

    fn matched(&self, args: &[Value]) -> Value {
        let Some((input, rest)) = args.split_first() else { return Value::Null };
        let input = self.evaluate(input);
        let fits = |label: &Value| match label {
            Value::Array(labels) => labels.iter().any(|label| same(label, &input)),
            label => same(label, &input),
        };
        let found = rest.chunks_exact(2).find(|pair| fits(&pair[0])).map(|pair| &pair[1]);
        found.or_else(|| rest.last()).map_or(Value::Null, |value| self.evaluate(value))
    }

    fn chosen(&self, args: &[Value]) -> Value {
        let found = args.chunks_exact(2).find(|pair| holds(&self.evaluate(&pair[0]))).map(|pair| &pair[1]);
        found.or_else(|| args.last()).map_or(Value::Null, |value| self.evaluate(value))
    }

    fn step(&self, args: &[Value]) -> Value {
        let [input, least, stops @ ..] = args else { return Value::Null };
        let input = self.number(input).unwrap_or(f64::NEG_INFINITY);
        let passed = stops.chunks_exact(2).take_while(|stop| stop[0].as_f64().is_some_and(|at| at <= input));
        self.evaluate(passed.last().map_or(least, |stop| &stop[1]))
    }

    fn interpolate(&self, args: &[Value]) -> Value {
        let [curve, input, stops @ ..] = args else { return Value::Null };
        let base = match curve.get(0).and_then(Value::as_str) {
            Some("exponential") => curve.get(1).and_then(Value::as_f64).unwrap_or(1.0),
            _ => 1.0,
        };
        let Some(input) = self.number(input) else { return Value::Null };
        let at = |stop: &[Value]| stop[0].as_f64().unwrap_or_default();
        let stops: Vec<&[Value]> = stops.chunks_exact(2).collect();
        let after = stops.iter().position(|stop| at(stop) > input);
        match after {
            Some(0) => self.evaluate(&stops[0][1]),
            None => stops.last().map_or(Value::Null, |stop| self.evaluate(&stop[1])),
            Some(after) => {
                let (low, high) = (stops[after - 1], stops[after]);
                let (span, passed) = (at(high) - at(low), input - at(low));
                let part = if (base - 1.0).abs() < 1e-9 {
                    passed / span
                } else {
                    (base.powf(passed) - 1.0) / (base.powf(span) - 1.0)
                };
                between(&self.evaluate(&low[1]), &self.evaluate(&high[1]), part)
            }
        }
    }

    fn sum(&self, operator: &str, args: &[Value]) -> Value {
        let numbers: Option<Vec<f64>> = args.iter().map(|arg| self.number(arg)).collect();
        let Some(numbers) = numbers else { return Value::Null };
        let result = match (operator, numbers.as_slice()) {
            ("+", all) => all.iter().sum(),
            ("*", all) => all.iter().product(),
            ("min", all) => all.iter().copied().fold(f64::INFINITY, f64::min),
            ("max", all) => all.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            ("-", [one]) => -one,
            ("-", [a, b]) => a - b,
            ("/", [a, b]) => a / b,
            ("%", [a, b]) => a % b,
            _ => return Value::Null,
        };
        json!(result)
    }
}

/// The operator and arguments of an expression; `None` for what is a plain value.
fn operation(expression: &Value) -> Option<(&str, &[Value])> {
    let (operator, args) = expression.as_array()?.split_first()?;
    Some((operator.as_str()?, args))
}

fn holds(value: &Value) -> bool {
    value.as_bool().unwrap_or(false)
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64().filter(|number| number.is_finite())
}

/// Whole numbers and others are of one kind.
fn same(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

fn among(needle: &Value, hay: &Value) -> bool {
    match hay {
        Value::Array(all) => all.iter().any(|one| same(one, needle)),
        Value::String(text) => needle.as_str().is_some_and(|part| text.contains(part)),
        _ => false,
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_f64() {
            Some(whole) if whole.fract() == 0.0 => format!("{whole:.0}"),
            _ => number.to_string(),
        },
        other => other.to_string(),
    }
}

/// A number or a colour between two.
fn between(low: &Value, high: &Value, part: f64) -> Value {
    let mix = |a: f64, b: f64| a + (b - a) * part;
    match (low, high) {
        (Value::String(a), Value::String(b)) => match (channels(a), channels(b)) {
            (Some(a), Some(b)) => {
                let [r, g, b] =
                    [0, 1, 2].map(|index| mix(f64::from(a[index]), f64::from(b[index])).round() as u8);
                Value::String(format!("#{r:02x}{g:02x}{b:02x}"))
            }
            _ => low.clone(),
        },
        _ => match (number(low), number(high)) {
            (Some(a), Some(b)) => json!(mix(a, b)),
            _ => Value::Null,
        },
    }
}

/// The red, green and blue of `#rrggbb`.
fn channels(colour: &str) -> Option<[u8; 3]> {
    let hex = colour.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
    let channel = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::{Theme, style};
    use terrikon_core::{Lang, ReleaseId};

    fn value(zoom: f64, attributes: Value, expression: &Value) -> Value {
        let Value::Object(attributes) = attributes else { panic!("no object") };
        Context { zoom, attributes: &attributes, geometry: "Point" }.evaluate(expression)
    }

    #[test]
    fn values_are_those_of_the_specification() {
        let none = || json!({});
        for (zoom, expression, expected) in [
            (5.0, json!(["interpolate", ["linear"], ["zoom"], 4, 10.0, 6, 20.0]), json!(15.0)),
            (3.0, json!(["interpolate", ["linear"], ["zoom"], 4, 10.0, 6, 20.0]), json!(10.0)),
            (7.0, json!(["interpolate", ["linear"], ["zoom"], 4, "#000000", 6, "#ffffff"]), json!("#ffffff")),
            (5.0, json!(["interpolate", ["linear"], ["zoom"], 4, "#000000", 6, "#ffffff"]), json!("#808080")),
            (5.0, json!(["interpolate", ["exponential", 2], ["zoom"], 4, 0, 6, 3]), json!(1.0)),
            (8.0, json!(["step", ["zoom"], "a", 7, "b", 9, "c"]), json!("b")),
            (1.0, json!(["case", ["has", "x"], 1, ["!", ["has", "x"]], 2, 3]), json!(2)),
            (1.0, json!(["concat", "a", ["to-string", 2.0], ["coalesce", ["get", "x"], "b"]]), json!("a2b")),
            (1.0, json!(["-", 0, ["/", 6, 4]]), json!(-1.5)),
        ] {
            assert_eq!(value(zoom, none(), &expression), expected, "{expression}");
        }
        let town = json!({"kind": "dump", "people": 7});
        assert_eq!(value(1.0, town.clone(), &json!(["match", ["get", "kind"], ["river", "dump"], 1, 2])), 1);
        assert_eq!(
            value(1.0, town.clone(), &json!(["match", ["get", "people"], 7.0, "seven", "other"])),
            "seven"
        );
        assert_eq!(value(1.0, town, &json!(["all", ["==", ["get", "people"], 7], [">", ["zoom"], 0]])), true);
    }

    /// Every operator that a part of the style uses where expressions stand.
    fn operators(value: &Value, found: &mut Vec<String>) {
        let Some((operator, args)) = operation(value) else { return };
        found.push(operator.to_owned());
        match operator {
            "literal" => {}
            // Labels are no expressions, and curves have names of their own.
            "match" => {
                operators(&args[0], found);
                args[1..].chunks(2).for_each(|pair| operators(pair.last().unwrap(), found));
            }
            "interpolate" => args[1..].iter().for_each(|arg| operators(arg, found)),
            _ => args.iter().for_each(|arg| operators(arg, found)),
        }
    }

    #[test]
    fn the_style_uses_nothing_that_pictures_do_not_understand() {
        let style = style(Theme::Light, Lang::Ru, "", &ReleaseId::parse("r0123456789abcdef").unwrap());
        for layer in style["layers"].as_array().unwrap() {
            let mut found = Vec::new();
            layer.get("filter").iter().for_each(|filter| operators(filter, &mut found));
            for block in ["layout", "paint"] {
                for (name, value) in layer[block].as_object().into_iter().flatten() {
                    if !["text-font", "text-variable-anchor"].contains(&name.as_str()) {
                        operators(value, &mut found);
                    }
                }
            }
            for operator in found {
                assert!(OPERATORS.contains(&operator.as_str()), "{operator} in {}", layer["id"]);
            }
        }
    }
}
