//! Search, the directory, exposure, and the release as a whole.

use super::{Pair, asked::DAYS, both};
use crate::{chance::Chance, cluster};
use terrikon_core::{CollectionId, Feature, Lang, exposure::Place};
use terrikon_store::{SearchQuery, postgis::Releases, search::spelling::sound};

/// A feature with a name that is searched.
fn named<'a>(pair: &'a Pair, chance: &mut Chance) -> &'a Feature {
    loop {
        let collection = pair.release.collection(*chance.pick(&CollectionId::ALL));
        if !collection.features.is_empty() {
            let feature = chance.pick(&collection.features);
            if !feature.names.is_empty() {
                return feature;
            }
        }
    }
}

/// A name as somebody types it: whole, its beginning, in Latin letters, or with a letter lost or doubled.
fn typed(name: &str, chance: &mut Chance) -> String {
    let letters: Vec<char> = name.chars().collect();
    let at = chance.below(letters.len());
    let but = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
    match chance.below(5) {
        0 => name.to_owned(),
        1 => but(0..1 + at),
        2 => sound(name),
        3 => but(0..at) + &but(at + 1..letters.len()),
        _ => but(0..at + 1) + &but(at..letters.len()),
    }
}

#[test]
fn names_are_found_alike() {
    cluster::run(async {
        let both = both().await;
        for (pair, names) in [(&both.bundled, 200), (&both.made_up, 40)] {
            let mut chance = Chance::of(3);
            let mut hits = 0;
            for number in 0..names {
                let feature = named(pair, &mut chance);
                let name = feature.names.get(Lang::ALL[number % 4]).unwrap_or(&feature.id);
                let text = if name.is_empty() { String::new() } else { typed(name, &mut chance) };
                let date = DAYS[number % DAYS.len()];
                let query = SearchQuery { text, date, limit: 1 + chance.below(20) };
                let own = pair.embedded.search(query.clone()).await.unwrap();
                assert_eq!(own, pair.postgis.search(query.clone()).await.unwrap(), "{query:?}");
                hits += own.len();
            }
            assert!(hits > names, "{}: {hits} hits", pair.name);
        }
    });
}

#[test]
fn small_facts_are_the_same() {
    cluster::run(async {
        for pair in both().await.pairs() {
            let [own, other] = [&pair.embedded, &pair.postgis].map(|snapshot| {
                // Every field, those that are not public among them.
                format!("{:#?}", snapshot.directory())
            });
            let differs = own.lines().zip(other.lines()).find(|(a, b)| a != b);
            assert!(own == other, "{}: {differs:?}", pair.name);
        }
    });
}

#[test]
fn exposure_is_the_same() {
    cluster::run(async {
        let both = both().await;
        for (pair, places) in [(&both.bundled, 50), (&both.made_up, 10)] {
            let own = pair.embedded.surroundings().await.unwrap();
            let other = pair.postgis.surroundings().await.unwrap();
            let hotspots = &pair.release.collection(CollectionId::Hotspots).features;
            let mut chance = Chance::of(9);
            let mut people = 0.0;
            for number in 0..places {
                let hotspot = chance.pick(hotspots);
                let near = [chance.between(-0.5, 0.5), chance.between(-0.3, 0.3)];
                let at = hotspot.position.map(|[lon, lat]| geo::Point::new(lon + near[0], lat + near[1]));
                let shape = hotspot.geometry.clone().filter(|_| number % 3 == 0);
                let Some(shape) = shape.or(at.map(geo::Geometry::Point)) else { continue };
                let place = Place::new(shape, f64::from(number % 4) * 500.0).unwrap();
                for radius in [300.0, 5_000.0, 30_000.0] {
                    let date = DAYS[(number as usize) % DAYS.len()];
                    let [a, b] =
                        [&own, &other].map(|stands| stands.ring(&place, radius, date, Some(&hotspot.id)));
                    let (a, b) = (a.unwrap(), b.unwrap());
                    assert_eq!(a, b, "{} {}, {radius} m", pair.name, hotspot.id);
                    people += a.people.central.unwrap_or_default();
                }
                let position = at.unwrap_or_default();
                assert_eq!(own.proximity(position, DAYS[5]), other.proximity(position, DAYS[5]));
            }
            assert!(people > 0.0, "{}: somebody lives there", pair.name);
        }
    });
}

#[test]
fn a_release_is_read_back_as_it_was_written() {
    cluster::run(async {
        let both = both().await;
        let mut releases = Releases::open(&both.url).await.unwrap();
        for pair in both.pairs() {
            let read = releases.read(pair.release.id.as_str()).await.unwrap();
            assert!(read == pair.release, "{}", pair.name);
        }
    });
}
