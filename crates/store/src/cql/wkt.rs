//! Shapes in CQL2 text: well-known text, where heights may stand without being announced.

use super::{
    CqlError,
    syntax::{Nested, WrittenShape},
    text::Parser,
    token::Token,
};

/// The names of shapes.
pub(super) const SHAPES: [&str; 7] =
    ["point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon", "geometrycollection"];

impl Parser<'_> {
    /// Whether the name of a shape is followed by its coordinates.
    pub(super) fn is_shape(&self) -> bool {
        match self.peek() {
            Some(Token::Mark('(')) => true,
            Some(Token::Word(word)) => {
                ["z", "m", "zm", "empty"].contains(&word.to_ascii_lowercase().as_str())
            }
            _ => false,
        }
    }

    pub(super) fn shape(&mut self, name: &str) -> Result<WrittenShape, CqlError> {
        if !["zm", "z", "m"].iter().any(|dimensions| self.keyword(dimensions)) && self.keyword("empty") {
            return Ok(WrittenShape::Simple(name.to_owned(), Nested::List(Vec::new())));
        }
        self.must('(')?;
        if name != "geometrycollection" {
            let inside = self.nested()?;
            return Ok(WrittenShape::Simple(name.to_owned(), as_geojson(name, inside)));
        }
        self.extent.enter()?;
        let mut members = Vec::new();
        loop {
            let Some(Token::Word(word)) = self.peek() else { return Err(self.unexpected()) };
            let small = word.to_ascii_lowercase();
            if !SHAPES.contains(&small.as_str()) {
                return Err(self.unexpected());
            }
            self.place += 1;
            members.push(self.shape(&small)?);
            if self.mark(')') {
                break;
            }
            self.must(',')?;
        }
        self.extent.leave();
        Ok(WrittenShape::Collection(members))
    }

    /// Coordinates up to the closing parenthesis.
    fn nested(&mut self) -> Result<Vec<Nested>, CqlError> {
        self.extent.enter()?;
        let mut parts = Vec::new();
        loop {
            if self.mark('(') {
                parts.push(Nested::List(self.nested()?));
            } else {
                let mut position = Vec::new();
                while let Some(Token::Number(number)) = self.peek() {
                    position.push(*number);
                    self.place += 1;
                }
                if position.is_empty() {
                    return Err(self.unexpected());
                }
                parts.push(Nested::Position(position));
            }
            if self.mark(')') {
                break;
            }
            self.must(',')?;
        }
        self.extent.leave();
        Ok(parts)
    }
}

/// Coordinates of WKT, nested as those of GeoJSON: a point is no list, and each point of several may have its own parentheses.
fn as_geojson(name: &str, inside: Vec<Nested>) -> Nested {
    let bare = |part: Nested| match part {
        Nested::List(mut one) if one.len() == 1 => one.remove(0),
        other => other,
    };
    match name {
        "point" => bare(Nested::List(inside)),
        "multipoint" => Nested::List(inside.into_iter().map(bare).collect()),
        _ => Nested::List(inside),
    }
}
