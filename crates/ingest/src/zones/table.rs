//! The table of rules.

use crate::{
    facts::required,
    fault::Fault,
    normalise::{Candidate, slug},
    read::{PointColumns, Row, read},
};
use std::{collections::BTreeSet, path::Path, str::FromStr};
use terrikon_core::{Basis, Kind, Verification, ZoneShape, geodesic::RADII, kind::UnknownWord};

const COLUMNS: [&str; 15] = [
    "id",
    "kind",
    "subkind",
    "country",
    "shape",
    "distance_m",
    "basis",
    "hazard_class",
    "act",
    "act_date",
    "source",
    "method",
    "verification",
    "meaning_en",
    "note",
];

const HAZARD_CLASSES: [&str; 5] = ["I", "II", "III", "IV", "V"];

/// A row of the table: which hotspots have which zone.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Unique, a slug, kept for good: ids of zones end in it.
    pub id: String,
    /// The kinds of hotspot that have the zone.
    pub kinds: Vec<Kind>,
    /// Only those of this finer word; all where it is absent.
    pub subkind: Option<String>,
    /// Only those in this country; all where it is absent.
    pub country: Option<String>,
    /// Which part of the surroundings it is.
    pub shape: ZoneShape,
    /// How far it reaches, in whole metres; absent where an act's width could not be read.
    pub distance_m: Option<u32>,
    /// On which ground.
    pub basis: Basis,
    /// The class of site for which an act gives this width.
    pub hazard_class: Option<String>,
    /// The act, of statutory zones.
    pub act: Option<String>,
    /// Its date as precisely as known: a year, a month or a day.
    pub act_date: Option<String>,
    /// How the distance was chosen, of zones for screening.
    pub method: Option<String>,
    /// Whether the distance was read in the source.
    pub verification: Verification,
    /// What the zone is and what it is not.
    pub meaning: String,
    /// The id of the source.
    pub source: String,
    /// The file of its row.
    pub file: String,
    /// The row.
    pub row: usize,
}

impl Rule {
    /// Whether a hotspot has this zone.
    #[must_use]
    pub fn applies(&self, hotspot: &Candidate) -> bool {
        let is = |field: &str, wanted: &Option<String>| {
            wanted.is_none() || hotspot.feature.text(field) == wanted.as_deref()
        };
        let kind = hotspot.feature.text("kind");
        self.kinds.iter().any(|wanted| kind == Some(wanted.as_str()))
            && is("subkind", &self.subkind)
            && is("country", &self.country)
    }

    /// A fault at its row.
    pub(super) fn fault(&self, rule: &'static str, expected: impl Into<String>) -> Fault {
        Fault::of_file(rule, &self.file, expected).at(self.row, Some(&self.id))
    }
}

/// Reads a table of rules. Every fault is reported, not only the first.
///
/// # Errors
/// Where the file can't be read.
pub fn rules(folder: &Path, file: &str, faults: &mut Vec<Fault>) -> Result<Vec<Rule>, Fault> {
    let table = read(folder, file, None, &PointColumns::default())?;
    let mut seen = BTreeSet::new();
    let mut rules = Vec::new();
    for row in &table.rows {
        match (RuleRow { row, file }).rule() {
            Ok(rule) if seen.insert(rule.id.clone()) => rules.push(rule),
            Ok(rule) => {
                let fault = rule.fault("duplicate-id", "the id of a rule is used once");
                faults.push(fault.value("id", &rule.id));
            }
            Err(fault) => faults.push(fault),
        }
    }
    Ok(rules)
}

struct RuleRow<'a> {
    row: &'a Row,
    file: &'a str,
}

impl RuleRow<'_> {
    fn rule(&self) -> Result<Rule, Fault> {
        // A misspelt optional column would widen a rule to places that it is not for.
        if let Some((column, cell)) =
            self.row.values.iter().find(|(column, _)| !COLUMNS.contains(&column.as_str()))
        {
            let expected = format!("the columns are {}", COLUMNS.join(", "));
            return Err(self.fault("unknown-column", expected).value(column, cell));
        }
        let rule = Rule {
            id: self.id()?,
            kinds: self.kinds()?,
            subkind: self.text("subkind"),
            country: self.country()?,
            shape: self.word("shape")?,
            distance_m: self.distance()?,
            basis: self.word("basis")?,
            hazard_class: self.hazard_class()?,
            act: self.text("act"),
            act_date: self.act_date()?,
            method: self.text("method"),
            verification: self.word("verification")?,
            meaning: self.required("meaning_en")?,
            source: self.required("source")?,
            file: self.file.to_owned(),
            row: self.row.number,
        };
        self.check_ground(&rule)?;
        Ok(rule)
    }

    /// A statutory zone names its act, one for screening its method, and no width counts as read that is not there.
    fn check_ground(&self, rule: &Rule) -> Result<(), Fault> {
        match rule.basis {
            Basis::Statutory => {
                self.required("act")?;
                self.required("act_date")?;
            }
            Basis::Screening => {
                self.required("method")?;
                self.required("distance_m")?;
            }
        }
        if rule.distance_m.is_none() && rule.verification == Verification::Verified {
            return Err(self
                .fault("verified-without-width", "a width that is not there was not read: write unverified")
                .value("verification", rule.verification.as_str()));
        }
        Ok(())
    }

    fn fault(&self, rule: &'static str, expected: impl Into<String>) -> Fault {
        Fault::of_file(rule, self.file, expected).at(self.row.number, self.row.get("id"))
    }

    fn required(&self, column: &str) -> Result<String, Fault> {
        required(self.row, self.file, column)
    }

    fn text(&self, column: &str) -> Option<String> {
        self.row.get(column).map(ToOwned::to_owned)
    }

    fn word<T: FromStr<Err = UnknownWord>>(&self, column: &str) -> Result<T, Fault> {
        self.parsed(column, &self.required(column)?)
    }

    fn parsed<T: FromStr<Err = UnknownWord>>(&self, column: &str, word: &str) -> Result<T, Fault> {
        word.parse()
            .map_err(|error: UnknownWord| self.fault("unknown-word", error.to_string()).value(column, word))
    }

    fn id(&self) -> Result<String, Fault> {
        let id = self.required("id")?;
        if slug(&id) == id {
            return Ok(id);
        }
        Err(self.fault("bad-id", "an id is of letters, digits and single hyphens").value("id", id))
    }

    fn kinds(&self) -> Result<Vec<Kind>, Fault> {
        let cell = self.required("kind")?;
        cell.split(';').map(str::trim).map(|word| self.parsed("kind", word)).collect()
    }

    fn country(&self) -> Result<Option<String>, Fault> {
        let country = self.text("country");
        match &country {
            Some(code) if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) => Err(self
                .fault("unknown-word", "expected a country as two capital letters, such as KZ")
                .value("country", code)),
            _ => Ok(country),
        }
    }

    fn distance(&self) -> Result<Option<u32>, Fault> {
        let Some(text) = self.row.get("distance_m") else { return Ok(None) };
        let metres = text.parse::<u32>().ok().filter(|metres| RADII.contains(&f64::from(*metres)));
        metres.map(Some).ok_or_else(|| {
            let expected = format!("expected whole metres from {} to {}", RADII.start(), RADII.end());
            self.fault("bad-number", expected)
                .value("distance_m", text)
                .hint("leave it empty where the width could not be read")
        })
    }

    fn hazard_class(&self) -> Result<Option<String>, Fault> {
        let class = self.text("hazard_class");
        match &class {
            Some(class) if !HAZARD_CLASSES.contains(&class.as_str()) => Err(self
                .fault("unknown-word", format!("a hazard class is one of {}", HAZARD_CLASSES.join(", ")))
                .value("hazard_class", class)),
            _ => Ok(class),
        }
    }

    fn act_date(&self) -> Result<Option<String>, Fault> {
        let date = self.text("act_date");
        match &date {
            Some(text) if !is_date(text) => Err(self
                .fault("bad-date", "expected a year, YYYY-MM or a day as YYYY-MM-DD")
                .value("act_date", text)),
            _ => Ok(date),
        }
    }
}

/// Whether a text is a year, a month or a day.
fn is_date(text: &str) -> bool {
    let rest = match text.len() {
        4 => "-01-01",
        7 => "-01",
        10 => "",
        _ => return false,
    };
    format!("{text}{rest}").parse::<terrikon_core::Date>().is_ok()
}
