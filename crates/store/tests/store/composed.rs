//! The statements of the store are texts that are there when the program is built, or are composed of such texts and of placeholders
//! by the one module that may: its sources are read for it.

use std::path::{Path, PathBuf};

/// Calls whose first argument is a statement.
const CALLS: [&str; 8] = [
    "sqlx::query(",
    "sqlx::query_scalar(",
    "sqlx::raw_sql(",
    ".query(",
    "narrowed(",
    ".copy_in_raw(",
    ".begin_with(",
    "self.copy(",
];

/// What makes texts or statements while the program runs.
const MADE: [&str; 7] =
    ["QueryBuilder", "query_with", "query_as", "AssertSqlSafe", "push_str", ".leak(", ".concat("];

/// Whether a call takes a text that is there when the program is built.
fn is_fixed(argument: &str, source: &str) -> bool {
    let is_name = |word: &str| word.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    let is_const = |word: &str| is_name(word) && word == word.to_uppercase();
    match argument.split_once('.') {
        _ if argument.starts_with('"') => argument[1..].find('"') == Some(argument.len() - 2),
        // A field of a table of statements, all of which are `&'static str`.
        Some((table, field)) => (is_const(table) || table.starts_with("statement")) && is_name(field),
        None => {
            is_const(argument)
                || source.contains(&format!("{argument}: &'static str"))
                // One of two such fields.
                || source.contains(&format!("let {argument} = if start.backward {{"))
                || source.contains(&format!("let {argument} = \""))
        }
    }
}

/// The arguments of a call.
fn arguments(call: &str) -> Vec<String> {
    let (mut depth, mut quoted, mut escaped) = (0_i32, false, false);
    let mut arguments = vec![String::new()];
    for letter in call.chars() {
        match letter {
            _ if quoted => {
                quoted = escaped || letter != '"';
                escaped = !escaped && letter == '\\';
            }
            '"' => quoted = true,
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                arguments.push(String::new());
                continue;
            }
            _ => {}
        }
        arguments.last_mut().unwrap().push(letter);
    }
    arguments.iter().map(|argument| argument.trim().to_owned()).collect()
}

/// The files of a folder and those in it.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn no_statement_is_put_together_from_parts() {
    let mut calls = 0;
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/postgis")) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let source = std::fs::read_to_string(&path).unwrap();
        // Tests of a module, but not what it has for them.
        let source = source.split("#[cfg(test)]\nmod ").next().unwrap();
        if name == COMPOSER {
            assert_composes_only_fixed_texts(source);
            continue;
        }
        for made in MADE {
            assert!(!source.contains(made), "{name}: {made}");
        }
        for call in CALLS {
            for (at, _) in source.match_indices(call) {
                let is_definition = source[..at].ends_with("fn ");
                let arguments = arguments(&source[at + call.len()..]);
                if !is_definition {
                    let argument = &arguments[0];
                    assert!(is_fixed(argument, source), "{name}: {call}{argument}");
                    calls += 1;
                }
            }
        }
    }
    assert!(calls > 25, "only {calls} calls were found");
}

/// The module that composes statements.
const COMPOSER: &str = "compose.rs";

/// That a text gets into a statement where it is a `&'static str` or the number of a placeholder, and nowhere else.
fn assert_composes_only_fixed_texts(source: &str) {
    let count = |part: &str| source.matches(part).count();
    for made in MADE.into_iter().filter(|made| *made != "push_str") {
        assert_eq!(count(made), 0, "{made}");
    }
    assert_eq!((count("push_str"), count("write!("), count("format!(")), (1, 1, 0));
    assert_eq!(count("pub(super) fn put(&mut self, part: &'static str)"), 1);
    assert_eq!(count("self.text.push_str(part);"), 1);
    assert_eq!(count("write!(self.text, \"${}{cast}\", self.before + self.values.len())"), 1);
    assert_eq!(count("let cast = match value {"), 1);
    assert_eq!(count("pub(super) fn new(begins: &'static str, before: usize)"), 1);
    // The text is made at one place, grows at those two, and is given away for tests alone.
    assert_eq!(count("text: String"), 1);
    assert_eq!((count("self.text"), count("&self.text"), count("text: begins.to_owned()")), (4, 2, 1));
    assert_eq!((count("sqlx::query"), count("sqlx::query(&self.text)")), (1, 1));
    assert_eq!(count("#[cfg(test)]\n    pub(super) fn text(&self) -> &str {\n        &self.text"), 1);
}

#[test]
fn statements_that_are_put_together_would_be_seen() {
    let source = "fn a(text: &'static str, mine: &str) {}";
    for fixed in ["text", "\"SELECT 1\"", "LIST", "CLAIMS.count", "statements.one"] {
        assert!(is_fixed(fixed, source), "{fixed}");
    }
    for made in
        ["mine", "&mine", "&format!(\"SELECT {}\", 1)", "\"SELECT \".to_owned() + \"1\"", "query.text", "&*a"]
    {
        assert!(!is_fixed(made, source), "{made}");
    }
}
