//! The words of CQL2 text, cut in one pass.

use super::CqlError;

/// A word, a literal or a sign.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A name without quotes, which may be a keyword.
    Word(String),
    /// A name in double quotes, which is none.
    Quoted(String),
    /// A text in single quotes.
    Text(String),
    /// A number with its sign.
    Number(f64),
    /// `(`, `)` or `,`.
    Mark(char),
    /// A comparison: `=`, `<>`, `<`, `<=`, `>` or `>=`.
    Comparison(&'static str),
    /// A sign of arithmetic, which nothing here computes.
    Arithmetic(char),
}

/// A token and the character, counted from 1, at which it begins.
pub(super) type Placed = (Token, usize);

/// Cuts a text into its tokens.
pub(super) fn tokens(text: &str) -> Result<Vec<Placed>, CqlError> {
    let mut cutter = Cutter { rest: text, at: 1 };
    let mut found = Vec::new();
    loop {
        cutter.take(char::is_whitespace);
        let at = cutter.at;
        let Some(token) = cutter.next()? else { return Ok(found) };
        found.push((token, at));
    }
}

struct Cutter<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Cutter<'a> {
    /// Takes the letters at the beginning that are wanted.
    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|letter| !wanted(letter)).unwrap_or(self.rest.len());
        self.skip(end)
    }

    fn skip(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.at += taken.chars().count();
        self.rest = rest;
        taken
    }

    fn next(&mut self) -> Result<Option<Token>, CqlError> {
        let Some(first) = self.rest.chars().next() else { return Ok(None) };
        let second = self.rest[first.len_utf8()..].chars().next();
        let comparison = |sign, cutter: &mut Self, bytes| {
            cutter.skip(bytes);
            Token::Comparison(sign)
        };
        Ok(Some(match (first, second) {
            ('(' | ')' | ',', _) => {
                self.skip(1);
                Token::Mark(first)
            }
            ('<', Some('>')) | ('!', Some('=')) => comparison("<>", self, 2),
            ('<', Some('=')) => comparison("<=", self, 2),
            ('>', Some('=')) => comparison(">=", self, 2),
            ('<', _) => comparison("<", self, 1),
            ('>', _) => comparison(">", self, 1),
            ('=', _) => comparison("=", self, 1),
            ('\'', _) => Token::Text(self.quoted('\'')?),
            ('"', _) => Token::Quoted(self.quoted('"')?),
            ('0'..='9', _) | ('.' | '-' | '+', Some('0'..='9' | '.')) => self.number()?,
            ('+' | '-' | '*' | '/' | '%' | '^', _) => {
                self.skip(1);
                Token::Arithmetic(first)
            }
            (letter, _) if letter.is_alphabetic() || letter == '_' || letter == ':' => {
                let inner =
                    |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | ':' | '.' | '\u{b7}');
                Token::Word(self.take(inner).to_owned())
            }
            _ => return Err(syntax(self.at, self.rest)),
        }))
    }

    /// What stands between two quotes; a doubled quote stands for itself, and so does `\'`.
    fn quoted(&mut self, quote: char) -> Result<String, CqlError> {
        let (from, whole) = (self.at, self.rest);
        self.skip(1);
        let mut inside = String::new();
        loop {
            inside.push_str(self.take(|letter| letter != quote && letter != '\\'));
            let mut next = self.rest.chars();
            match (next.next(), next.next()) {
                (None, _) => return Err(syntax(from, whole)),
                (Some('\\'), Some('\'')) if quote == '\'' => {
                    self.skip(2);
                    inside.push(quote);
                }
                (Some('\\'), _) => {
                    self.skip(1);
                    inside.push('\\');
                }
                (Some(_), Some(again)) if again == quote => {
                    self.skip(2);
                    inside.push(quote);
                }
                (Some(_), _) => {
                    self.skip(1);
                    return Ok(inside);
                }
            }
        }
    }

    fn number(&mut self) -> Result<Token, CqlError> {
        let (from, whole) = (self.at, self.rest);
        let digits = |letter: char| letter.is_ascii_digit();
        if self.rest.starts_with(['+', '-']) {
            self.skip(1);
        }
        self.take(digits);
        if self.rest.starts_with('.') {
            self.skip(1);
            self.take(digits);
        }
        let exponent = self.rest.strip_prefix(['e', 'E']).map(|rest| rest.trim_start_matches(['+', '-']));
        if exponent.is_some_and(|rest| rest.starts_with(digits)) {
            self.skip(1);
            if self.rest.starts_with(['+', '-']) {
                self.skip(1);
            }
            self.take(digits);
        }
        let text = &whole[..whole.len() - self.rest.len()];
        let number = text.parse().ok().filter(|number: &f64| number.is_finite());
        number.map(Token::Number).ok_or_else(|| syntax(from, whole))
    }
}

/// What can't be read, with the beginning of the text from there on.
pub(super) fn syntax(at: usize, rest: &str) -> CqlError {
    CqlError::Syntax { at, near: rest.chars().take(20).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Token> {
        tokens(text).unwrap().into_iter().map(|(token, _)| token).collect()
    }

    #[test]
    fn every_kind_of_token_is_cut() {
        let word = |text: &str| Token::Word(text.to_owned());
        assert_eq!(
            of("name_ru<>'О''Нил' AND \"eo:a\"\"b\">=-1.5e3"),
            [
                word("name_ru"),
                Token::Comparison("<>"),
                Token::Text("О'Нил".to_owned()),
                word("AND"),
                Token::Quoted("eo:a\"b".to_owned()),
                Token::Comparison(">="),
                Token::Number(-1500.0),
            ]
        );
        assert_eq!(of(r"'it\'s' '50\%'"), [Token::Text("it's".to_owned()), Token::Text(r"50\%".to_owned())]);
        assert_eq!(
            of("a.b:c(1,.5)!=2"),
            [
                word("a.b:c"),
                Token::Mark('('),
                Token::Number(1.0),
                Token::Mark(','),
                Token::Number(0.5),
                Token::Mark(')'),
                Token::Comparison("<>"),
                Token::Number(2.0),
            ]
        );
    }

    #[test]
    fn what_is_no_token_is_told_with_its_place() {
        for (text, at) in [("a = 'b", 5), ("а = #", 5), ("a = 1e999", 5), ("\"a", 1), ("a = -.", 5)] {
            assert!(
                matches!(tokens(text), Err(CqlError::Syntax { at: told, .. }) if told == at),
                "{text}: {:?}",
                tokens(text)
            );
        }
    }
}
