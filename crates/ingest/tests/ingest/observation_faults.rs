//! Every wrong row of measurements, projects and indicators gives one clear fault with file, row, field and value.

use crate::{fixtures, with_file};
use std::path::Path;
use terrikon_ingest::{IngestError, ingest, pipeline::Options};

/// Adds all wrong rows of a table to the bundled sources at once: each has its own fault, and there is no other.
fn each_is_told(name: &str, header: &str, wrong: &[(&str, &str)]) {
    let rows: Vec<String> = wrong
        .iter()
        .zip(1..)
        .map(|((row, _), number)| row.replacen(|_: char| true, &format!("x{number}"), 1))
        .collect();
    let said = said(name, header, &rows);
    assert!(said.ends_with(&format!("{} faults: no release was written", wrong.len())), "{said}");
    for ((row, expected), number) in wrong.iter().zip(1..) {
        let own = format!("(x{number})");
        let line = said.lines().find(|line| line.contains(&own));
        let line = line.unwrap_or_else(|| panic!("nothing is said of {row}\n{said}"));
        let at = format!("{name}.tsv, row {} {own}, ", number + 1);
        assert!(line.starts_with(&at), "{row}\n{line}");
        assert!(line.contains(expected), "{row}\n{line}");
    }
}

/// What is said of a table of these columns and rows, added to the bundled sources.
fn said(name: &str, header: &str, rows: &[String]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{name}.tsv"));
    std::fs::write(&path, format!("{header}\n{}\n", rows.join("\n")).replace('|', "\t")).unwrap();
    match with_file(&path) {
        Ok(outcome) => format!("{} taken", outcome.release.collection(name.parse().unwrap()).features.len()),
        Err(IngestError::Faults(report)) => report.to_string(),
        Err(other) => panic!("{other}"),
    }
}

const SAMPLE: &str = "id|hotspot|pollutant|cas|medium|value|value_low|value_high|detection_limit|unit|sampled_from|sampled_to|limit_value|limit_act|exceedance|source|grade";
const PROJECT: &str = "id|kind|name_en|hotspots|oblast|budget|currency|begins|ends|source|grade";
const FIGURE: &str = "id|indicator|about|subject|year|value|value_low|value_high|unit|area|source|grade";

#[test]
fn measurements() {
    each_is_told(
        "measurements",
        SAMPLE,
        &[
            (
                "m|kz-nura-hg|Hg|7439-97-6|water|1||||mg_l|||||||A",
                "source = \"\": must not be empty [missing-value]",
            ),
            (
                "m|kz-nura-hg|Hg|7439-97-5|water|1||||mg_l||||||stat-gov-kz|A",
                "cas = \"7439-97-5\": expected a CAS number such as 7439-97-6 with its check digit [bad-cas]",
            ),
            (
                "m|kz-nowhere|Hg|7439-97-6|water|1||||mg_l||||||stat-gov-kz|A",
                "hotspot = \"kz-nowhere\": nothing in hotspots has this id [unknown-subject]",
            ),
            (
                "m|kz-nura-hg|Hg||river|1||||mg_l||||||stat-gov-kz|A",
                "medium = \"river\": unknown medium \"river\": expected one of air, water, sediment, soil, dust, food, body, waste [unknown-word]",
            ),
            (
                "m|kz-nura-hg|Hg||water|||||mg_l||||||stat-gov-kz|A",
                "value = \"\": expected a value, an end of an interval or one of detection_limit, exceedance [no-figure]",
            ),
            (
                "m|kz-nura-hg|Hg||water||3|2||mg_l||||||stat-gov-kz|A",
                "value_low = \"3\": the lower end is above the upper one [order]",
            ),
            (
                "m|kz-nura-hg|Hg||water|-1||||mg_l||||||stat-gov-kz|A",
                "value = \"-1\": a concentration is not negative [bad-number]",
            ),
            (
                "m|kz-nura-hg|Hg||water|1||||mg_l|2020-13-01|||||stat-gov-kz|A",
                "sampled_from = \"2020-13-01\": expected a day as YYYY-MM-DD [bad-date]",
            ),
            (
                "m|kz-nura-hg|Hg||water|1||||mg_l|2020-05-02|2020-05-01||||stat-gov-kz|A",
                "sampled_to = \"2020-05-01\": expected a day that is not before sampled_from [order]",
            ),
            (
                "m|kz-nura-hg|Hg||water|1||||mg_l|||0.5|||stat-gov-kz|A",
                "limit_act = \"\": a limit comes with the act that sets it, and an act with its limit [limit]",
            ),
            (
                "m|kz-nura-hg|Hg||water|1||||mg_l|||0.5|act|3|stat-gov-kz|A",
                "exceedance = \"3\": value divided by limit_value is 2.0000; leave it empty, or correct one of the three [limit]",
            ),
            (
                "m|kz-nura-hg|Hg||water|1||||mg_l||||||stat-gov-kz|D",
                "grade = \"D\": unknown grade \"D\": expected one of A, B, C [unknown-word]",
            ),
            (
                "m|kz-nura-hg|Hg||water|1||||mg_l||||||nobody|A",
                "source = \"nobody\": no source has this id [unknown-source]",
            ),
        ],
    );
}

#[test]
fn projects() {
    each_is_told(
        "projects",
        PROJECT,
        &[
            (
                "p|party|P||||||| stat-gov-kz|A",
                "kind = \"party\": unknown kind \"party\": expected one of grant, campaign",
            ),
            (
                "p|plan|||||||| stat-gov-kz|A",
                "name_en = \"\": a project needs a name in one language at least [missing-value]",
            ),
            (
                "p|plan|P|kz-nowhere||||||stat-gov-kz|A",
                "hotspots = \"kz-nowhere\": nothing in hotspots has this id",
            ),
            (
                "p|plan|P||KZ-99|||||stat-gov-kz|A",
                "oblast = \"KZ-99\": no oblast has this code [unknown-oblast]",
            ),
            ("p|plan|P|||12||||stat-gov-kz|A", "currency = \"\": a budget comes with its currency"),
            (
                "p|plan|P|||||2020-02-30||stat-gov-kz|A",
                "begins = \"2020-02-30\": expected a year, a month or a day",
            ),
            (
                "p|plan|P|||||2020-05|2020-04-30|stat-gov-kz|A",
                "ends = \"2020-04-30\": expected an end that is not before",
            ),
        ],
    );
}

#[test]
fn indicators() {
    each_is_told(
        "indicators",
        FIGURE,
        &[
            (
                "i||oblast|KZ-35|2020|1|||kt||stat-gov-kz|A",
                "indicator = \"\": must not be empty [missing-value]",
            ),
            (
                "i|e|moon|KZ-35|2020|1|||kt||stat-gov-kz|A",
                "about = \"moon\": unknown about \"moon\": expected one of country",
            ),
            (
                "i|e|oblast|KZ-99|2020|1|||kt||stat-gov-kz|A",
                "subject = \"KZ-99\": no oblast has this code [unknown-subject]",
            ),
            (
                "i|e|country|XX|2020|1|||kt||stat-gov-kz|A",
                "subject = \"XX\": no country has this code [unknown-subject]",
            ),
            (
                "i|e|settlement|wof-0|2020|1|||kt||stat-gov-kz|A",
                "subject = \"wof-0\": nothing in settlements has this id",
            ),
            (
                "i|e|oblast|KZ-35|202|1|||kt||stat-gov-kz|A",
                "year = \"202\": expected a year from 1900 to 2100 [bad-date]",
            ),
            (
                "i|e|oblast|KZ-35|2020||||kt||stat-gov-kz|A",
                "value = \"\": expected a value, an end of an interval or one of stated",
            ),
            (
                "i|e|oblast|KZ-35|2020|5|6||kt||stat-gov-kz|A",
                "value = \"5\": the value lies outside its interval [order]",
            ),
            (
                "i|e|country|KZ|2020|5|||kt|KZ-35|stat-gov-kz|A",
                "area = \"KZ-35\": only a figure of an oblast has the area",
            ),
            (
                "i|e|oblast|KZ-35|2020|5|||kt|KZ-62|stat-gov-kz|A",
                "area = \"KZ-62\": expected a shape of KZ-35: KZ-35 or KZ-35-until-2022-06-08 [unknown-area]",
            ),
        ],
    );
}

#[test]
fn what_is_right_is_taken_and_completed() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text.replace('|', "\t")).unwrap();
        path
    };
    let sample = "kz-test-sample|kz-nura-hg|Hg|7439-97-6|water|1||||mg_l|2020-05-01|2020-05-01|0.5|an act||stat-gov-kz|A";
    let censored = "kz-test-censored|kz-nura-hg|Hg|7439-97-6|water||||0.1|mg_l|||0.5|an act||stat-gov-kz|A";
    let measurements = write("measurements.tsv", &format!("{SAMPLE}\n{sample}\n{censored}\n"));
    let project = "kz-test-project|monitoring|P|kz-nura-hg;kz-zhezkazgan|||||2020|stat-gov-kz|A";
    let projects = write("projects.tsv", &format!("{PROJECT}\n{project}\n"));
    let files: [&Path; 3] = [&fixtures(), &measurements, &projects];
    let options = Options { without_tiles: true, ..Options::default() };
    let release =
        ingest(&files.map(Path::to_owned), &options).unwrap_or_else(|error| panic!("{error}")).release;
    let samples = release.collection(terrikon_core::CollectionId::Measurements);
    let sample = samples.get("kz-test-sample").unwrap();
    assert_eq!((sample.number("exceedance"), sample.oblasts[0].code.as_str()), (Some(2.0), "KZ-35"));
    let censored = samples.get("kz-test-censored").unwrap();
    assert_eq!((censored.number("value"), censored.number("exceedance")), (None, None));
    let project = release.collection(terrikon_core::CollectionId::Projects).get("kz-test-project").unwrap();
    let before = terrikon_core::Date::constant(2022, 6, 7);
    let after = terrikon_core::Date::constant(2022, 6, 8);
    let ulytau = ["KZ-62".to_owned()];
    assert!(!project.in_oblast_on(&ulytau, before) && project.in_oblast_on(&ulytau, after));
}
