//! What is wrong with an input: the file, the row, the value, what was expected and what to do.

use std::fmt;

/// One thing that is wrong, by one rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fault {
    /// The name of the rule that found it, such as `outside-country`; tests and reports use it.
    pub rule: &'static str,
    /// The file, as the recipe or the command names it.
    pub file: String,
    /// The line of a text file or the number of the feature, from 1; none where the whole file is meant.
    pub row: Option<usize>,
    /// The id of the row, where it has one.
    pub id: Option<String>,
    /// The column or property.
    pub field: Option<String>,
    /// The value as it stands.
    pub value: Option<String>,
    /// What was expected instead.
    pub expected: String,
    /// What to do; may be empty.
    pub hint: String,
}

impl Fault {
    /// A fault of a whole file.
    #[must_use]
    pub fn of_file(rule: &'static str, file: &str, expected: impl Into<String>) -> Self {
        Self { rule, file: file.to_owned(), expected: expected.into(), ..Self::default() }
    }

    /// The same with the row at which it stands.
    #[must_use]
    pub fn at(mut self, row: usize, id: Option<&str>) -> Self {
        self.row = Some(row);
        self.id = id.map(ToOwned::to_owned);
        self
    }

    /// The same with the column and the value in it.
    #[must_use]
    pub fn value(mut self, field: &str, value: impl Into<String>) -> Self {
        self.field = Some(field.to_owned());
        self.value = Some(value.into());
        self
    }

    /// The same with advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(id) = &self.id {
            write!(f, " ({id})")?;
        }
        if let Some(field) = &self.field {
            write!(f, ", {field}")?;
        }
        if let Some(value) = &self.value {
            // A long value (a whole geometry, say) would bury the message.
            let shown: String = value.chars().take(80).collect();
            let more = if shown.len() < value.len() { "…" } else { "" };
            write!(f, " = \"{shown}{more}\"")?;
        }
        write!(f, ": {} [{}]", self.expected, self.rule)?;
        if !self.hint.is_empty() {
            write!(f, "\n  hint: {}", self.hint)?;
        }
        Ok(())
    }
}

/// All that was found in one run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Faults that stop the ingest: no release is written.
    pub faults: Vec<Fault>,
    /// Rows that a recipe allows to leave out, each with the rule that it broke.
    pub left_out: Vec<Fault>,
}

impl Report {
    /// Whether a release may be written.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.faults {
            writeln!(f, "{fault}")?;
        }
        match self.faults.len() {
            0 => write!(f, "no fault; {} rows left out", self.left_out.len()),
            1 => write!(f, "1 fault: no release was written"),
            n => write!(f, "{n} faults: no release was written"),
        }
    }
}
