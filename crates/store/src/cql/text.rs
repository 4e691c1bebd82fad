//! CQL2 text: a parser that looks one token ahead and never goes back, so that it takes time in proportion to the text.

use super::{
    CqlError,
    syntax::{Extent, Syntax},
    token::{Placed, Token, syntax, tokens},
    wkt::SHAPES,
};

/// Words that are no names of properties unless they stand in double quotes.
const KEYWORDS: [&str; 10] = ["and", "or", "not", "like", "between", "in", "is", "null", "true", "false"];

/// Reads CQL2 text.
pub(super) fn read(text: &str) -> Result<Syntax, CqlError> {
    let tokens = tokens(text)?;
    let mut parser =
        Parser { tokens: &tokens, place: 0, length: text.chars().count(), extent: Extent::default() };
    let read = parser.any()?;
    if parser.place < tokens.len() { Err(parser.unexpected()) } else { Ok(read) }
}

/// What is left to read.
pub(super) struct Parser<'a> {
    tokens: &'a [Placed],
    pub(super) place: usize,
    length: usize,
    pub(super) extent: Extent,
}

impl<'a> Parser<'a> {
    pub(super) fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.place).map(|(token, _)| token)
    }

    pub(super) fn unexpected(&self) -> CqlError {
        match self.tokens.get(self.place) {
            None => syntax(self.length + 1, ""),
            Some((Token::Arithmetic(sign), _)) => super::lower::unknown_function(&sign.to_string()),
            Some((Token::Word(word), _)) if word.eq_ignore_ascii_case("div") => {
                super::lower::unknown_function(word)
            }
            Some((token, at)) => {
                let near = match token {
                    Token::Word(text) | Token::Quoted(text) | Token::Text(text) => text.clone(),
                    Token::Number(number) => number.to_string(),
                    Token::Mark(sign) | Token::Arithmetic(sign) => sign.to_string(),
                    Token::Comparison(sign) => (*sign).to_owned(),
                };
                syntax(*at, &near)
            }
        }
    }

    /// Goes over a keyword, if it stands here.
    pub(super) fn keyword(&mut self, keyword: &str) -> bool {
        let here = matches!(self.peek(), Some(Token::Word(word)) if word.eq_ignore_ascii_case(keyword));
        self.place += usize::from(here);
        here
    }

    pub(super) fn mark(&mut self, mark: char) -> bool {
        let here = matches!(self.peek(), Some(Token::Mark(sign)) if *sign == mark);
        self.place += usize::from(here);
        here
    }

    pub(super) fn must(&mut self, mark: char) -> Result<(), CqlError> {
        if self.mark(mark) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn operation(&mut self, name: &str, arguments: Vec<Syntax>) -> Result<Syntax, CqlError> {
        self.extent.count()?;
        Ok(Syntax::Operation(name.to_owned(), arguments))
    }

    fn negated(&mut self, not: bool, inner: Syntax) -> Result<Syntax, CqlError> {
        if not { self.operation("not", vec![inner]) } else { Ok(inner) }
    }

    /// Alternatives, joined by OR.
    fn any(&mut self) -> Result<Syntax, CqlError> {
        self.extent.enter()?;
        let mut parts = vec![self.all()?];
        while self.keyword("or") {
            parts.push(self.all()?);
        }
        self.extent.leave();
        self.joined("or", parts)
    }

    /// Conditions, joined by AND.
    fn all(&mut self) -> Result<Syntax, CqlError> {
        let mut parts = vec![self.condition()?];
        while self.keyword("and") {
            parts.push(self.condition()?);
        }
        self.joined("and", parts)
    }

    fn joined(&mut self, name: &str, mut parts: Vec<Syntax>) -> Result<Syntax, CqlError> {
        match (parts.len(), parts.pop()) {
            (1, Some(only)) => Ok(only),
            (_, last) => {
                parts.extend(last);
                self.operation(name, parts)
            }
        }
    }

    fn condition(&mut self) -> Result<Syntax, CqlError> {
        // Each NOT counts as a part, so there can't be many of them.
        let mut not = false;
        while self.keyword("not") {
            self.extent.count()?;
            not = !not;
        }
        let left = self.operand()?;
        let compared = self.comparison(left)?;
        self.negated(not, compared)
    }

    fn comparison(&mut self, left: Syntax) -> Result<Syntax, CqlError> {
        if let Some(Token::Comparison(sign)) = self.peek() {
            self.place += 1;
            let right = self.operand()?;
            return self.operation(sign, vec![left, right]);
        }
        if self.keyword("is") {
            let not = self.keyword("not");
            if !self.keyword("null") {
                return Err(self.unexpected());
            }
            let compared = self.operation("isnull", vec![left])?;
            return self.negated(not, compared);
        }
        let not = self.keyword("not");
        let compared = if self.keyword("like") {
            let pattern = self.operand()?;
            self.operation("like", vec![left, pattern])?
        } else if self.keyword("between") {
            let low = self.operand()?;
            if !self.keyword("and") {
                return Err(self.unexpected());
            }
            let high = self.operand()?;
            self.operation("between", vec![left, low, high])?
        } else if self.keyword("in") {
            self.must('(')?;
            let list = self.list()?;
            self.operation("in", vec![left, Syntax::Array(list)])?
        } else if not {
            return Err(self.unexpected());
        } else {
            return Ok(left);
        };
        self.negated(not, compared)
    }

    /// What stands up to the closing parenthesis, parted by commas.
    fn list(&mut self) -> Result<Vec<Syntax>, CqlError> {
        let mut parts = Vec::new();
        if self.mark(')') {
            return Ok(parts);
        }
        loop {
            parts.push(self.any()?);
            if self.mark(')') {
                return Ok(parts);
            }
            self.must(',')?;
        }
    }

    fn operand(&mut self) -> Result<Syntax, CqlError> {
        let Some(token) = self.peek() else { return Err(self.unexpected()) };
        let operand = match token {
            Token::Text(text) => Syntax::Text(text.clone()),
            Token::Number(number) => Syntax::Number(*number),
            Token::Quoted(name) => {
                self.place += 1;
                return self.named(name, false);
            }
            Token::Word(word) => {
                let small = word.to_ascii_lowercase();
                match small.as_str() {
                    "true" => Syntax::Bool(true),
                    "false" => Syntax::Bool(false),
                    keyword if KEYWORDS.contains(&keyword) => return Err(self.unexpected()),
                    _ => {
                        self.place += 1;
                        return if SHAPES.contains(&small.as_str()) && self.is_shape() {
                            self.shape(&small).map(Syntax::Shape)
                        } else {
                            self.named(word, true)
                        };
                    }
                }
            }
            Token::Mark('(') => {
                self.place += 1;
                let mut parts = self.list()?;
                // Parentheses around one thing are no list.
                return Ok(match parts.pop() {
                    Some(only) if parts.is_empty() => only,
                    last => {
                        parts.extend(last);
                        Syntax::Array(parts)
                    }
                });
            }
            _ => return Err(self.unexpected()),
        };
        self.place += 1;
        Ok(operand)
    }

    /// A property, or a function with its arguments.
    fn named(&mut self, name: &str, may_be_function: bool) -> Result<Syntax, CqlError> {
        if !(may_be_function && self.mark('(')) {
            return Ok(Syntax::Property(name.to_owned()));
        }
        let begins = self.place - 1;
        let arguments = self.list()?;
        let name = name.to_ascii_lowercase();
        match (name.as_str(), arguments.as_slice()) {
            ("date", [Syntax::Text(text)]) => Ok(Syntax::Date(text.clone())),
            ("timestamp", [Syntax::Text(text)]) => Ok(Syntax::Timestamp(text.clone())),
            ("interval", [_, _]) => Ok(Syntax::Interval(arguments)),
            ("bbox", numbers) => {
                let numbers = numbers.iter().map(|part| match part {
                    Syntax::Number(number) => Some(*number),
                    _ => None,
                });
                numbers.collect::<Option<_>>().map(Syntax::Bbox).ok_or_else(|| {
                    self.place = begins;
                    self.unexpected()
                })
            }
            _ => self.operation(&name, arguments),
        }
    }
}
