//! `missing-value`, `unknown-word`, `bad-cas`, `bad-date`, `order`, `no-figure`, `limit`: what a row must say by itself.

use serde_json::Value;
use terrikon_core::{
    CollectionId, Date, Feature, Grade,
    kind::UnknownWord,
    observation::{About, Medium, ProjectKind, is_cas},
};

/// What is wrong with a row: the rule, the field and what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The name of the rule.
    pub rule: &'static str,
    /// The field.
    pub field: &'static str,
    /// What was expected instead.
    pub expected: String,
}

/// An exceedance in a file may be rounded to so much of itself.
const ROUNDED: f64 = 0.01;

/// Checks a row and fills in what follows from it: the exceedance, the town of a town's figure.
///
/// # Errors
/// The first thing that is wrong.
pub fn check(collection: CollectionId, feature: &mut Feature) -> Result<(), Wrong> {
    word::<Grade>(feature, "grade")?;
    required(feature, "source")?;
    match collection {
        CollectionId::Measurements => measurement(feature),
        CollectionId::Projects => project(feature),
        _ => indicator(feature),
    }
}

fn measurement(feature: &mut Feature) -> Result<(), Wrong> {
    for field in ["hotspot", "pollutant", "unit"] {
        required(feature, field)?;
    }
    word::<Medium>(feature, "medium")?;
    if feature.text("cas").is_some_and(|number| !is_cas(number)) {
        return Err(wrong("bad-cas", "cas", "expected a CAS number such as 7439-97-6 with its check digit"));
    }
    let from = day(feature, "sampled_from")?;
    let to = day(feature, "sampled_to")?;
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Err(wrong("order", "sampled_to", "expected a day that is not before sampled_from"));
    }
    figure(feature, &["detection_limit", "exceedance"], 0.0)?;
    if feature.number("limit_value").is_some() != feature.text("limit_act").is_some() {
        return Err(wrong(
            "limit",
            "limit_act",
            "a limit comes with the act that sets it, and an act with its limit",
        ));
    }
    exceedance(feature)
}

/// The value divided by the limit. None where the value is not known; where only the source's own multiple is, that.
fn exceedance(feature: &mut Feature) -> Result<(), Wrong> {
    let (Some(value), Some(limit)) = (feature.number("value"), feature.number("limit_value")) else {
        return Ok(());
    };
    if limit <= 0.0 {
        return Err(wrong("limit", "limit_value", "expected a limit above zero"));
    }
    let ratio = value / limit;
    if feature.number("exceedance").is_some_and(|told| (told - ratio).abs() > ROUNDED * ratio.max(told)) {
        let expected = format!(
            "value divided by limit_value is {ratio:.4}; leave it empty, or correct one of the three"
        );
        return Err(wrong("limit", "exceedance", expected));
    }
    feature.properties.insert("exceedance".to_owned(), Value::from(ratio));
    Ok(())
}

fn project(feature: &mut Feature) -> Result<(), Wrong> {
    word::<ProjectKind>(feature, "kind")?;
    if feature.names.is_empty() {
        return Err(wrong("missing-value", "name_en", "a project needs a name in one language at least"));
    }
    if feature.number("budget").is_some() != feature.text("currency").is_some() {
        return Err(wrong(
            "missing-value",
            "currency",
            "a budget comes with its currency, and the other way round",
        ));
    }
    let (begins, ends) = (moment(feature, "begins")?, moment(feature, "ends")?);
    if begins.zip(ends).is_some_and(|(begins, ends)| {
        let both = begins.len().min(ends.len());
        begins.get(..both) > ends.get(..both)
    }) {
        return Err(wrong("order", "ends", "expected an end that is not before the beginning"));
    }
    Ok(())
}

fn indicator(feature: &mut Feature) -> Result<(), Wrong> {
    required(feature, "indicator")?;
    let subject = required(feature, "subject")?;
    let about = word::<About>(feature, "about")?;
    if feature.number("year").is_some_and(|year| !(1900.0..=2100.0).contains(&year)) {
        return Err(wrong("bad-date", "year", "expected a year from 1900 to 2100"));
    }
    if feature.text("area").is_some() && about != About::Oblast {
        return Err(wrong(
            "missing-value",
            "area",
            "only a figure of an oblast has the area that was counted",
        ));
    }
    figure(feature, &["stated"], f64::NEG_INFINITY)?;
    if about == About::Settlement {
        feature.properties.insert("settlement".to_owned(), Value::from(subject));
    }
    Ok(())
}

/// Something is told, the ends of an interval are in order, and nothing is less than can be.
fn figure(feature: &Feature, else_: &[&str], least: f64) -> Result<(), Wrong> {
    let [value, low, high] = ["value", "value_low", "value_high"].map(|field| feature.number(field));
    let told = [value, low, high].iter().any(Option::is_some)
        || else_.iter().any(|field| feature.properties.contains_key(*field));
    if !told {
        let expected = format!("expected a value, an end of an interval or one of {}", else_.join(", "));
        return Err(wrong("no-figure", "value", expected));
    }
    if low.zip(high).is_some_and(|(low, high)| low > high) {
        return Err(wrong("order", "value_low", "the lower end is above the upper one"));
    }
    if value.is_some_and(|value| low.is_some_and(|low| low > value) || high.is_some_and(|high| high < value))
    {
        return Err(wrong("order", "value", "the value lies outside its interval"));
    }
    if [value, low, high].into_iter().flatten().any(|number| number < least) {
        return Err(wrong("bad-number", "value", "a concentration is not negative"));
    }
    Ok(())
}

fn required(feature: &Feature, field: &'static str) -> Result<String, Wrong> {
    feature
        .text(field)
        .map(ToOwned::to_owned)
        .ok_or_else(|| wrong("missing-value", field, "must not be empty"))
}

fn word<T: std::str::FromStr<Err = UnknownWord>>(feature: &Feature, field: &'static str) -> Result<T, Wrong> {
    required(feature, field)?
        .parse()
        .map_err(|error: UnknownWord| wrong("unknown-word", field, error.to_string()))
}

fn day(feature: &Feature, field: &'static str) -> Result<Option<Date>, Wrong> {
    let parse = |text: &str| {
        // The parser takes other forms of a day too, which would not be in order as texts.
        text.parse::<Date>().ok().filter(|day| day.to_string() == text)
    };
    feature
        .text(field)
        .map(|text| parse(text).ok_or_else(|| wrong("bad-date", field, "expected a day as YYYY-MM-DD")))
        .transpose()
}

/// A year, a month or a day, as it stands.
fn moment<'a>(feature: &'a Feature, field: &'static str) -> Result<Option<&'a str>, Wrong> {
    let Some(text) = feature.text(field) else { return Ok(None) };
    let whole = format!(
        "{text}{}",
        match text.len() {
            4 => "-01-01",
            7 => "-01",
            _ => "",
        }
    );
    let is_one = whole.parse::<Date>().is_ok_and(|day| day.to_string() == whole);
    is_one.then_some(Some(text)).ok_or_else(|| {
        wrong("bad-date", field, "expected a year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD")
    })
}

fn wrong(rule: &'static str, field: &'static str, expected: impl Into<String>) -> Wrong {
    Wrong { rule, field, expected: expected.into() }
}
