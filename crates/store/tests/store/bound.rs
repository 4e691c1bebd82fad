//! Nothing of a request reaches SQL but as a bound value: statements are texts that are there when the program is built, or are
//! composed of such texts and of placeholders by the one module that may; and no text is refused or understood as anything but
//! text.

use crate::{cluster, fixture};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use terrikon_core::{AreaAt, CollectionId, Date, Kind, Lang, Release, Validity};
use terrikon_store::{
    ClaimsQuery, EmbeddedStore, HotspotFilter, ItemsQuery, PageStart, Period, SearchQuery, Snapshot,
    Store as _,
    cql::{Order, sort},
};
use terrikon_tiles::{LayerName, TileId, TileRequest};
use tokio::sync::OnceCell;

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

/// Text as somebody sends it who wishes us ill, and ordinary words among it.
fn text() -> impl Strategy<Value = String> {
    const HOSTILE: [&str; 20] = [
        "",
        "'",
        "\"",
        "\\",
        "''; DROP SCHEMA terrikon CASCADE; --",
        "$1",
        "%",
        "{}",
        "{\"a\",NULL}",
        "NULL",
        "\0",
        "kz-temirtau-air\0",
        "kz-\0temirtau-air",
        "\u{1}",
        "\u{7f}",
        "\u{feff}",
        "\u{10ffff}",
        "Теміртау",
        "e\u{301}",
        "👩‍👩‍👧",
    ];
    const KNOWN: [&str; 13] = [
        "kz-temirtau-air",
        "kz-nura-river",
        "kg-min-kush",
        "kz-zhezkazgan-tailings",
        "kz-zhezkazgan-tailings-law",
        "KZ-35",
        "KZ-62",
        "KG-N",
        "Hg",
        "PM2.5",
        "people_affected",
        "nura",
        "KZ",
    ];
    prop_oneof![
        4 => prop::sample::select(&KNOWN[..]).prop_map(ToOwned::to_owned),
        3 => prop::sample::select(&HOSTILE[..]).prop_map(ToOwned::to_owned),
        2 => any::<String>(),
        1 => (prop::sample::select(&KNOWN[..]), any::<char>()).prop_map(|(word, more)| format!("{word}{more}")),
        1 => prop::sample::select(vec!["я", "'", "\0", "a"]).prop_map(|part| part.repeat(100_000 / part.len())),
    ]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(text(), 1..4)]
}

fn start() -> impl Strategy<Value = PageStart> {
    prop_oneof![Just(PageStart::First), text().prop_map(PageStart::After), text().prop_map(PageStart::Before)]
}

/// Everything that a request brings.
#[derive(Debug, Clone)]
struct Request {
    collection: CollectionId,
    date: Date,
    id: String,
    filter: HotspotFilter,
    subjects: Vec<String>,
    properties: Vec<String>,
    sort: Order,
    start: PageStart,
    limit: usize,
}

fn requests() -> impl Strategy<Value = Request> {
    let day = prop_oneof![
        Just(Date::MIN),
        Just(Date::MAX),
        Just(Date::constant(0, 12, 31)),
        Just(Date::constant(1, 1, 1)),
        Just(Date::constant(2021, 6, 30)),
        Just(Date::constant(2024, 6, 30)),
    ];
    let kinds = prop_oneof![4 => Just(vec![]), 1 => Just(Kind::ALL.to_vec()), 1 => Just(vec![Kind::River])];
    let asked = (prop::sample::select(&CollectionId::ALL[..]), day, text(), kinds, texts(), texts());
    let order = prop_oneof![2 => Just(""), 1 => Just("name_ru,-valid_to"), 1 => Just("-oblast,id")];
    (asked, texts(), texts(), order, start(), 1_usize..4).prop_map(
        |((collection, date, id, kinds, oblasts, pollutants), subjects, properties, order, start, limit)| {
            Request {
                collection,
                // Countries lie in no oblast.
                sort: sort::parse(order, collection, Lang::En).unwrap_or_default(),
                date,
                id,
                filter: HotspotFilter { kinds, oblasts, pollutants, ..HotspotFilter::default() },
                subjects,
                properties,
                start,
                limit,
            }
        },
    )
}

/// The small release with an odd hotspot that lies in two oblasts at a time: the first counts.
fn in_two_oblasts() -> Release {
    let Release { mut collections, claims, sources, generalised, population, .. } = fixture::release();
    let hotspots = collections.iter_mut().find(|collection| collection.id == CollectionId::Hotspots).unwrap();
    hotspots.features[0].oblasts =
        ["KZ-62", "KZ-35"].map(|code| AreaAt { code: code.to_owned(), validity: Validity::ALWAYS }).to_vec();
    Release::new(collections, claims, sources, generalised, population)
}

async fn stores() -> &'static [Arc<dyn Snapshot>; 2] {
    static STORES: OnceCell<[Arc<dyn Snapshot>; 2]> = OnceCell::const_new();
    STORES
        .get_or_init(|| async {
            let release = in_two_oblasts();
            let url = cluster::serving(&release).await;
            let postgis = cluster::open(&url).await.current().await.unwrap();
            [EmbeddedStore::new(release).current().await.unwrap(), postgis]
        })
        .await
}

/// Asks everything, and tells the answers of both stores; an error fails.
async fn ask(snapshot: &dyn Snapshot, request: &Request) -> impl PartialEq + std::fmt::Debug {
    let Request { collection, date, id, filter, subjects, properties, sort, start, limit } = request.clone();
    let items = ItemsQuery {
        collection,
        bbox: None,
        period: Period::day(date),
        date,
        filter: filter.clone(),
        hotspots: subjects.clone(),
        cql: None,
        sort: sort.clone(),
        limit,
        start: start.clone(),
    };
    let items = snapshot.items(items).await.unwrap();
    let item = snapshot.item(collection, &id).await.unwrap();
    let claims = snapshot.claims(ClaimsQuery { subjects, properties, limit, start }).await.unwrap();
    let found = snapshot.search(SearchQuery { text: id, date, limit }).await.unwrap();
    let mut drawn = Vec::new();
    for (z, x, y) in [(4, 11, 5), (9, 352, 178)] {
        let tile = TileId::new(z, x, y).unwrap();
        let layers = vec![LayerName::Hotspots, LayerName::Zones];
        let tile = snapshot.tile(TileRequest { layers, tile, filter: filter.clone(), date }).await.unwrap();
        drawn.extend(crate::decoded::decode(&tile).into_iter().map(|feature| feature.layer));
    }
    (items, item, claims, found, drawn)
}

#[test]
fn any_text_is_only_text() {
    let mut runner = TestRunner::new(Config { cases: 600, failure_persistence: None, ..Config::default() });
    let asked = runner.run(&requests(), |request| {
        cluster::run(async {
            let [embedded, postgis] = stores().await;
            let own = ask(&**embedded, &request).await;
            prop_assert_eq!(own, ask(&**postgis, &request).await);
            Ok(())
        })
    });
    asked.unwrap();
}
