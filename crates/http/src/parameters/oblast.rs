//! Oblasts as people write them: by code, by an older code, or by name in any of the four languages.

use crate::problem::{Hint, Problem, Slug};
use std::collections::BTreeSet;
use terrikon_core::Date;
use terrikon_store::{Directory, directory::Oblast, search::spelling::plain};

/// Words that say only that it is an oblast, in the form of [`plain`].
const GENERIC: [&str; 9] =
    ["oblast", "region", "province", "област", "облысы", "облусу", "облус", "обл", "oblysy"];

/// The codes of the oblasts that these words mean on a day.
pub(crate) fn oblasts<'a>(
    words: impl Iterator<Item = &'a str>,
    directory: &Directory,
    day: Date,
) -> Result<Vec<String>, Problem> {
    let mut codes = BTreeSet::new();
    for word in words {
        let meant = meant(word, directory);
        let valid: Vec<_> = meant.iter().filter(|oblast| oblast.validity.contains(day)).collect();
        if valid.is_empty() {
            return Err(unknown(word, &meant, directory, day));
        }
        codes.extend(valid.into_iter().map(|oblast| oblast.code.clone()));
    }
    Ok(codes.into_iter().collect())
}

/// The one oblast that a word of a path means on a day.
///
/// # Errors
/// Where it means none at all, none of that day, or several: then these are named.
pub(crate) fn one_oblast<'a>(word: &str, directory: &'a Directory, day: Date) -> Result<&'a Oblast, Problem> {
    let meant = meant(word, directory);
    let valid: Vec<_> = meant.iter().copied().filter(|oblast| oblast.validity.contains(day)).collect();
    let codes =
        |among: &[&Oblast]| -> BTreeSet<String> { among.iter().map(|oblast| oblast.code.clone()).collect() };
    match valid.as_slice() {
        [one] => Ok(one),
        [] if !meant.is_empty() => Err(unknown(word, &meant, directory, day)),
        several => {
            let all: Vec<&Oblast> =
                directory.oblasts.iter().filter(|oblast| oblast.validity.contains(day)).collect();
            let accepted = if several.is_empty() { codes(&all) } else { codes(several) };
            Err(Problem::new(Slug::UnknownFeature)
                .with("collection", "oblasts")
                .with("id", word)
                .accepted(accepted)
                .hint(Hint::UseSearch))
        }
    }
}

/// The oblasts of any time that a word means: by code, else by an older code or short name, else by the whole name,
/// else by the name without "oblast".
/// So "Almaty" is the city, and "Almaty oblast" is not.
fn meant<'a>(word: &str, directory: &'a Directory) -> Vec<&'a Oblast> {
    let by = |matches: &dyn Fn(&Oblast) -> bool| -> Vec<&'a Oblast> {
        directory.oblasts.iter().filter(|oblast| matches(oblast)).collect()
    };
    let whole = plain(word);
    let short = without_generic(&whole);
    let same_code = |code: &str| code.eq_ignore_ascii_case(word);
    let named = |form: &dyn Fn(&str) -> String, wanted: &str| {
        by(&|oblast| !wanted.is_empty() && oblast.names.iter().any(|(_, name)| form(name) == wanted))
    };
    let tiers: [&dyn Fn() -> Vec<&'a Oblast>; 4] = [
        &|| by(&|oblast| same_code(&oblast.code)),
        &|| by(&|oblast| oblast.aliases.iter().any(|alias| plain(alias) == whole)),
        &|| named(&|name| plain(name), &whole),
        &|| named(&|name| without_generic(&plain(name)), &short),
    ];
    tiers.iter().map(|tier| tier()).find(|found| !found.is_empty()).unwrap_or_default()
}

fn without_generic(plain: &str) -> String {
    plain.split(' ').filter(|word| !GENERIC.contains(word)).collect::<Vec<_>>().join(" ")
}

fn unknown(word: &str, meant: &[&Oblast], directory: &Directory, day: Date) -> Problem {
    let accepted: BTreeSet<_> = directory
        .oblasts
        .iter()
        .filter(|oblast| oblast.validity.contains(day))
        .map(|oblast| &oblast.code)
        .collect();
    let problem = |slug| {
        Problem::new(slug)
            .parameter("oblast")
            .with("value", word)
            .with("date", &day.to_string())
            .accepted(accepted)
    };
    if meant.is_empty() {
        return problem(Slug::UnknownOblast);
    }
    let from = meant.iter().map(|oblast| oblast.validity.valid_from).min().flatten();
    let to = meant
        .iter()
        .map(|oblast| oblast.validity.valid_to)
        .max_by_key(|to| to.unwrap_or(Date::MAX))
        .flatten();
    let text = |day: Option<Date>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
    problem(Slug::OblastNotOnDate).with("from", &text(from)).with("to", &text(to)).hint(Hint::DivisionOfDate)
}
