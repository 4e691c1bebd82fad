//! From a filter as it was written to one that stores can answer: names become properties, texts become days, types must fit.

use super::{
    Comparison, CqlError, Holds, Literal, Predicate, Property, Scalar, SpatialRelation, fold, like,
    relations::{GEOMETRY, LISTS},
    syntax::Syntax,
    temporal,
};
use terrikon_core::{CollectionId, Date, Lang};

/// Operators and functions beside comparisons and those of shapes, days and lists.
const OTHERS: [&str; 9] = ["and", "or", "not", "like", "between", "in", "isNull", "casei", "accenti"];

/// Checks a filter for a collection.
pub(super) fn lower(written: &Syntax, collection: CollectionId, lang: Lang) -> Result<Predicate, CqlError> {
    Lowering { properties: Property::all(collection, lang) }.predicate(written)
}

/// A word that is no function, or one with other arguments.
pub(super) fn unknown_function(name: &str) -> CqlError {
    let signs = Comparison::ALL.iter().map(|(_, sign)| *sign);
    let shapes = SpatialRelation::ALL.iter().map(|(_, name)| *name);
    let lists = LISTS.iter().map(|(_, name)| *name);
    let accepted = OTHERS.into_iter().chain(signs).chain(shapes).chain(temporal::FUNCTIONS).chain(lists);
    CqlError::UnknownFunction { name: name.to_owned(), accepted: accepted.collect() }
}

pub(super) fn mismatch(name: &str, value: &Syntax, accepted: &[&'static str]) -> CqlError {
    CqlError::Mismatch { name: name.to_owned(), value: value.told(), accepted: accepted.to_vec() }
}

/// What names mean in the collection of a filter.
pub(super) struct Lowering {
    properties: Vec<Property>,
}

impl Lowering {
    fn predicate(&self, written: &Syntax) -> Result<Predicate, CqlError> {
        let (name, arguments) = match written {
            Syntax::Bool(constant) => return Ok(Predicate::Constant(*constant)),
            Syntax::Operation(name, arguments) => (name.as_str(), arguments.as_slice()),
            other => return Err(mismatch("AND, OR, NOT", other, &["condition"])),
        };
        match (name, arguments) {
            ("and", [_, ..]) => Ok(Predicate::And(self.predicates(arguments)?)),
            ("or", [_, ..]) => Ok(Predicate::Or(self.predicates(arguments)?)),
            ("not", [one]) => Ok(Predicate::Not(Box::new(self.predicate(one)?))),
            ("isnull", [one]) => self.null(one),
            ("like", [text, pattern]) => self.like(text, pattern),
            ("between", [value, low, high]) => Ok(Predicate::And(vec![
                self.compare(Comparison::GreaterOrEqual, value, low)?,
                self.compare(Comparison::LessOrEqual, value, high)?,
            ])),
            ("in", [value, Syntax::Array(list)]) if !list.is_empty() => self.among(value, list),
            (_, [a, b]) => {
                if let Some((comparison, _)) = Comparison::ALL.iter().find(|(_, sign)| *sign == name) {
                    self.compare(*comparison, a, b)
                } else if let Some((relation, _)) = SpatialRelation::ALL.iter().find(|(_, own)| *own == name)
                {
                    self.spatial(*relation, name, a, b)
                } else if let Some((relation, _)) = LISTS.iter().find(|(_, own)| *own == name) {
                    self.list(*relation, name, a, b)
                } else if temporal::FUNCTIONS.contains(&name) {
                    let spans = [self.span(name, a)?, self.span(name, b)?];
                    temporal::relation(name, &spans[0], &spans[1]).ok_or_else(|| unknown_function(name))
                } else {
                    Err(unknown_function(name))
                }
            }
            _ => Err(unknown_function(name)),
        }
    }

    fn predicates(&self, written: &[Syntax]) -> Result<Vec<Predicate>, CqlError> {
        written.iter().map(|one| self.predicate(one)).collect()
    }

    pub(super) fn property(&self, name: &str) -> Result<Property, CqlError> {
        Property::named(name, &self.properties, &[GEOMETRY])
    }

    /// A value that is no list and no shape, for an operator.
    fn scalar(&self, operator: &str, written: &Syntax) -> Result<Scalar, CqlError> {
        let refused = |name: &str, accepted: Vec<&'static str>| CqlError::Mismatch {
            name: name.to_owned(),
            value: operator.to_uppercase(),
            accepted,
        };
        let literal = |literal| Ok(Scalar::Literal(literal));
        match written {
            Syntax::Text(text) => literal(Literal::Text(text.clone())),
            Syntax::Number(number) => literal(Literal::Number(*number)),
            Syntax::Date(text) => temporal::day(text).map(Scalar::Literal).ok_or_else(|| not_a_day(written)),
            Syntax::Timestamp(text) => {
                temporal::instant(text).map(Scalar::Literal).ok_or_else(|| not_a_day(written))
            }
            Syntax::Property(name) if name == GEOMETRY => {
                Err(refused(name, SpatialRelation::ALL.iter().map(|(_, name)| *name).collect()))
            }
            Syntax::Property(name) => match self.property(name)? {
                property if property.holds() == Holds::List => {
                    Err(refused(name, LISTS.iter().map(|(_, name)| *name).collect()))
                }
                property => Ok(Scalar::Property(property)),
            },
            Syntax::Operation(name, arguments) => match (name.as_str(), arguments.as_slice()) {
                ("casei", [inner]) => {
                    self.text(name, inner).map(|text| folded(text, fold::lower, Scalar::Lower))
                }
                ("accenti", [inner]) => {
                    self.text(name, inner).map(|text| folded(text, fold::bare, Scalar::Bare))
                }
                _ => Err(unknown_function(name)),
            },
            other => Err(mismatch(&operator.to_uppercase(), other, &["text", "number", "date"])),
        }
    }

    fn text(&self, operator: &str, written: &Syntax) -> Result<Scalar, CqlError> {
        let scalar = self.scalar(operator, written)?;
        if scalar.holds() == Holds::Text {
            return Ok(scalar);
        }
        Err(mismatch(&operator.to_uppercase(), written, &["text"]))
    }

    /// Two values of one type; a text beside a day is read as a day.
    fn compare(&self, comparison: Comparison, a: &Syntax, b: &Syntax) -> Result<Predicate, CqlError> {
        let sign = Comparison::ALL.iter().find(|(own, _)| *own == comparison).map_or("", |(_, sign)| *sign);
        let (left, right) = (self.scalar(sign, a)?, self.scalar(sign, b)?);
        let (left, right) = match (left.holds(), right.holds()) {
            (Holds::Date, Holds::Text) => (left, as_day(&right, a, b)?),
            (Holds::Text, Holds::Date) => (as_day(&left, b, a)?, right),
            (one, other) if one == other => (left, right),
            // The property is what is told first, whichever side it stands on.
            (one, other) => {
                let (named, value, holds) =
                    if matches!(a, Syntax::Property(_)) { (a, b, one) } else { (b, a, other) };
                return Err(mismatch(&named.told(), value, &[holds.as_str()]));
            }
        };
        Ok(Predicate::Compare(comparison, left, right))
    }

    fn null(&self, written: &Syntax) -> Result<Predicate, CqlError> {
        match written {
            Syntax::Property(name) if name == GEOMETRY => Ok(Predicate::HasNoShape),
            Syntax::Property(name) => self.property(name).map(|own| Predicate::IsNull(Scalar::Property(own))),
            other => self.scalar("isNull", other).map(Predicate::IsNull),
        }
    }

    fn like(&self, text: &Syntax, pattern: &Syntax) -> Result<Predicate, CqlError> {
        let text = self.text("like", text)?;
        match self.text("like", pattern)? {
            Scalar::Literal(Literal::Text(told)) if !like::breaks_off(&told) => {
                Ok(Predicate::Like(text, told))
            }
            _ => Err(mismatch("LIKE", pattern, &["text"])),
        }
    }

    fn among(&self, value: &Syntax, list: &[Syntax]) -> Result<Predicate, CqlError> {
        let scalar = self.scalar("in", value)?;
        let literals: Result<Vec<_>, _> = list
            .iter()
            .map(|one| {
                let mut constant = self.scalar("in", one)?;
                if scalar.holds() == Holds::Date && constant.holds() == Holds::Text {
                    constant = as_day(&constant, value, one)?;
                }
                match constant {
                    Scalar::Literal(literal)
                        if Scalar::Literal(literal.clone()).holds() == scalar.holds() =>
                    {
                        Ok(literal)
                    }
                    _ => Err(mismatch(&value.told(), one, &[scalar.holds().as_str()])),
                }
            })
            .collect();
        Ok(Predicate::Among(scalar, literals?))
    }

    /// A day, or an interval of them.
    fn span(&self, name: &str, written: &Syntax) -> Result<temporal::Span, CqlError> {
        let date = |one: &Syntax, open: Option<Date>| -> Result<Scalar, CqlError> {
            match (one, open) {
                (Syntax::Text(text), Some(open)) if text == ".." => Ok(Scalar::Literal(Literal::Date(open))),
                _ => {
                    let scalar = self.scalar(name, one)?;
                    let scalar =
                        if scalar.holds() == Holds::Text { as_day(&scalar, one, one)? } else { scalar };
                    if scalar.holds() == Holds::Date {
                        return Ok(scalar);
                    }
                    Err(mismatch(&name.to_uppercase(), one, &["date"]))
                }
            }
        };
        match written {
            Syntax::Interval(ends) => match ends.as_slice() {
                [from, to] => Ok([date(from, Some(temporal::EVER[0]))?, date(to, Some(temporal::EVER[1]))?]),
                _ => Err(mismatch(&name.to_uppercase(), written, &["date"])),
            },
            one => date(one, None).map(|day| [day.clone(), day]),
        }
    }
}

/// Text that a function was put around; that of a constant is there already.
fn folded(text: Scalar, fold: fn(&str) -> String, around: fn(Box<Scalar>) -> Scalar) -> Scalar {
    match text {
        Scalar::Literal(Literal::Text(text)) => Scalar::Literal(Literal::Text(fold(&text))),
        other => around(Box::new(other)),
    }
}

/// A constant text as the day that it tells.
fn as_day(scalar: &Scalar, beside: &Syntax, written: &Syntax) -> Result<Scalar, CqlError> {
    let read = match scalar {
        Scalar::Literal(Literal::Text(text)) => temporal::day(text).or_else(|| temporal::instant(text)),
        _ => None,
    };
    read.map(Scalar::Literal).ok_or_else(|| mismatch(&beside.told(), written, &[Holds::Date.as_str()]))
}

fn not_a_day(written: &Syntax) -> CqlError {
    mismatch("DATE, TIMESTAMP", written, &["2021-06-30", "2021-06-30T12:00:00Z"])
}
