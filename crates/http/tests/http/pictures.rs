//! Pictures of the map: the five places with which it began beside pictures that people have looked at, and whatever else may be asked.
//!
//! After a change that is meant, look at `tests/http/pictures/*.new.png`, then make them the pictures to compare with:
//! `RENEW_PICTURES=1 cargo test -p terrikon-http --test http pictures`.

use crate::server::{Answer, ask, get, get_from, release, with_tiles};
use axum::http::Method;
use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use resvg::{tiny_skia::Pixmap, usvg};
use std::{fs, path::PathBuf, time::Instant};

/// Where the map began, in its first languages.
const PLACES: [&str; 5] =
    ["kz-karaganda-dumps", "kz-glubokoe-irtysh", "kz-temirtau-air", "kz-balkhash-north", "kz-stepnogorsk-u"];

/// A picture as pixels, after a look at what all pictures have in common.
fn pixels(answer: &Answer, address: &str) -> Pixmap {
    assert_eq!(answer.status, 200, "{address}: {}", String::from_utf8_lossy(&answer.body));
    assert_eq!(answer.header("content-type"), "image/png", "{address}");
    Pixmap::decode_png(&answer.body).unwrap_or_else(|error| panic!("{address}: {error}"))
}

/// Brightness of red, green and blue in squares of eight pixels: what is left when one looks from afar.
fn from_afar(picture: &Pixmap) -> Vec<[f32; 3]> {
    const SIDE: u32 = 8;
    let (columns, rows) = (picture.width() / SIDE, picture.height() / SIDE);
    let square = |index: u32| {
        let (left, top) = (index % columns * SIDE, index / columns * SIDE);
        let mut sum = [0.0; 3];
        for (x, y) in (0..SIDE).flat_map(|y| (0..SIDE).map(move |x| (left + x, top + y))) {
            let pixel = picture.pixel(x, y).unwrap();
            for (sum, part) in sum.iter_mut().zip([pixel.red(), pixel.green(), pixel.blue()]) {
                *sum += f32::from(part) / (SIDE * SIDE) as f32;
            }
        }
        sum
    };
    (0..columns * rows).map(square).collect()
}

/// The part of a picture that looks different from afar.
fn difference(a: &Pixmap, b: &Pixmap) -> f32 {
    if (a.width(), a.height()) != (b.width(), b.height()) {
        return 1.0;
    }
    let (a, b) = (from_afar(a), from_afar(b));
    let differs = |(a, b): &(&[f32; 3], &[f32; 3])| a.iter().zip(*b).any(|(a, b)| (a - b).abs() > 12.0);
    a.iter().zip(&b).filter(differs).count() as f32 / a.len() as f32
}

#[tokio::test]
async fn the_first_places_look_as_people_saw_them() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/http/pictures");
    let renew = std::env::var_os("RENEW_PICTURES").is_some();
    let mut strange = Vec::new();
    for (place, lang) in PLACES.into_iter().flat_map(|place| ["ru", "kk"].map(|lang| (place, lang))) {
        let address = format!("/static/map.png?hotspot={place}&size=600x400&lang={lang}&date=2026-01-01");
        let answer = get_from(&with_tiles(), &address).await;
        let drawn = pixels(&answer, &address);
        let [known, new] = ["png", "new.png"].map(|end| folder.join(format!("{place}.{lang}.{end}")));
        if renew {
            fs::write(&known, &answer.body).unwrap();
        }
        let looks = match Pixmap::load_png(&known) {
            Ok(known) => difference(&drawn, &known),
            Err(_) => 1.0,
        };
        // The release in the source line changes with every fact.
        if looks > 0.01 {
            fs::write(&new, &answer.body).unwrap();
            strange.push(format!(
                "{place} in {lang}: {:.1} % look different, see {}",
                looks * 100.0,
                new.display()
            ));
        } else {
            let _ = fs::remove_file(new);
        }
    }
    assert!(strange.is_empty(), "{}", strange.join("\n"));
}

#[tokio::test]
async fn the_comparison_sees_what_people_see() {
    let draw = async |more: &str| {
        let address = format!("/static/map.png?size=480x320&date=2026-01-01&lang=en{more}");
        pixels(&get(&address).await, &address)
    };
    let plain = draw("").await;
    assert!(difference(&plain, &draw("").await) < 1e-6);
    for other in ["&theme=dark", "&kind=river", "&oblast=KG-N", "&layers=settlements"] {
        let difference = difference(&plain, &draw(other).await);
        assert!(difference > 0.01, "{other}: {difference}");
    }
}

/// Values of a parameter, most of them good.
fn value(good: &'static [&'static str], bad: &'static [&'static str]) -> BoxedStrategy<Option<String>> {
    let one =
        |words: &'static [&'static str]| prop::sample::select(words).prop_map(|word| Some(word.to_owned()));
    prop_oneof![12 => Just(None), 15 => one(good), 1 => one(bad)].boxed()
}

/// Addresses that somebody may write.
fn addresses() -> impl Strategy<Value = String> {
    let size = prop_oneof![
        6 => (240_u16..700, 240_u16..700).prop_map(|(width, height)| Some(format!("{width}x{height}"))),
        1 => (0_u32..4000, 0_u32..4000).prop_map(|(width, height)| Some(format!("{width}x{height}"))),
        1 => "[-0-9x, .]{0,12}".prop_map(Some),
        6 => Just(None),
    ];
    let bbox = prop_oneof![
        6 => Just(None),
        3 => (-179.0..179.0_f64, -84.0..84.0_f64, 1e-7..90.0_f64, 1e-7..60.0_f64).prop_map(|(west, south, width, height)| {
            Some(format!("{west},{south},{},{}", (west + width).min(180.0), (south + height).min(90.0)))
        }),
        1 => "[-0-9,.eE]{0,24}".prop_map(Some),
    ];
    let parameters = (
        value(
            &["kz-temirtau-air", "kg-min-kush", "kz-nura-river"],
            &["nowhere", "../../etc/passwd", "%00", "<svg>"],
        ),
        value(&["KZ-35", "KZ-KAR", "Naryn", "KZ-35,KG-N"], &["KZ-99", ";", "Ү"]),
        bbox,
        size,
        value(&["1", "2"], &["3", "-1", "1e9", "two"]),
        value(&["en", "ru", "kk", "ky"], &["de", "ru-RU"]),
        value(&["light", "dark"], &["sepia"]),
        value(&["hotspots", "zones,labels", "rivers,lakes,borders", "settlements"], &["fade", "hotspots,x"]),
        value(&["tailings", "river,lake"], &["volcano"]),
        value(&["2021-06-30", "2026-01-01", "0001-01-01"], &["yesterday", "2021-13-01"]),
    );
    let names = ["hotspot", "oblast", "bbox", "size", "scale", "lang", "theme", "layers", "kind", "date"];
    (parameters, prop::bool::weighted(0.3), 0..10_usize).prop_map(
        move |((a, b, c, d, e, f, g, h, i, j), svg, subject)| {
            let mut values = [a, b, c, d, e, f, g, h, i, j];
            // Several subjects at once are refused: few addresses may have them.
            if subject < 9 {
                let kept = subject % 3;
                values
                    .iter_mut()
                    .take(3)
                    .enumerate()
                    .filter(|(index, _)| *index != kept)
                    .for_each(|(_, value)| *value = None);
            }
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            query.extend_pairs(
                names.iter().zip(&values).filter_map(|(name, value)| Some((name, value.as_ref()?))),
            );
            format!("/static/map.{}?{}", if svg { "svg" } else { "png" }, query.finish())
        },
    )
}

#[test]
fn whatever_is_asked_is_a_picture_or_a_problem_that_says_why() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new_with_rng(
        Config { failure_persistence: None, ..Config::with_cases(100) },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let (mut pictures, mut problems) = (0, 0);
    let counted = std::cell::RefCell::new((&mut pictures, &mut problems));
    let checked = runner.run(&addresses(), |address| {
        let answer = runtime.block_on(get(&address));
        if answer.status == 400 {
            let problem = answer.problem();
            prop_assert!(problem["parameter"].is_string(), "{address}: {problem}");
            *counted.borrow_mut().1 += 1;
            return Ok(());
        }
        let asked = |name: &str| {
            let query = address.split_once('?').unwrap().1;
            url::form_urlencoded::parse(query.as_bytes())
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.into_owned())
        };
        let size =
            asked("size").filter(|size| !size.trim().is_empty()).unwrap_or_else(|| "1200x630".to_owned());
        let (width, height) = size.trim().split_once('x').unwrap();
        let (width, height): (u32, u32) = (width.parse().unwrap(), height.parse().unwrap());
        if address.starts_with("/static/map.svg") {
            prop_assert_eq!(answer.status.as_u16(), 200, "{}", address);
            let tree = usvg::Tree::from_str(answer.text(), &usvg::Options::default()).unwrap();
            prop_assert_eq!((tree.size().width() as u32, tree.size().height() as u32), (width, height));
        } else {
            let picture = pixels(&answer, &address);
            let scale = if asked("scale").as_deref() == Some("2") { 2 } else { 1 };
            prop_assert_eq!(
                (picture.width(), picture.height()),
                (width * scale, height * scale),
                "{}",
                address
            );
        }
        *counted.borrow_mut().0 += 1;
        Ok(())
    });
    checked.unwrap();
    assert!(pictures > 50 && problems > 10, "{pictures} pictures, {problems} problems");
}

#[tokio::test]
async fn a_shape_file_is_xml_with_names_for_its_parts_and_nothing_from_elsewhere() {
    let answer = get("/static/map.svg?hotspot=kz-zhezkazgan-tailings&lang=kk&date=2026-01-01").await;
    assert_eq!(answer.header("content-type"), "image/svg+xml");
    let document = usvg::roxmltree::Document::parse(answer.text()).unwrap();
    let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    for id in ["paper", "map", "hotspots-symbol", "zones-line", "legend", "scale", "words"] {
        assert!(ids.contains(&id), "{id}: {ids:?}");
    }
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "each id stands once");
    let said: Vec<&str> = document.descendants().filter_map(|node| node.attribute("aria-label")).collect();
    assert!(said.contains(&"Жезқазған қалдық қоймасы"), "{said:?}");
    assert!(said.iter().any(|line| line.contains(&release())), "{said:?}");
    for node in document.descendants() {
        assert!(!["script", "style", "image", "foreignObject", "text"].contains(&node.tag_name().name()));
        for attribute in node.attributes() {
            let value = attribute.value();
            assert!(!attribute.name().starts_with("on") && !attribute.name().contains("href"), "{value}");
            assert!(!value.contains("url("), "{value}");
        }
    }
}

#[tokio::test]
async fn only_kinds_that_are_shown_stand_in_the_legend() {
    let said = async |query: &str| {
        let answer = get(&format!("/static/map.svg?lang=en&date=2026-01-01&{query}")).await;
        let document = usvg::roxmltree::Document::parse(answer.text()).unwrap();
        let legend = document.descendants().find(|node| node.attribute("id") == Some("legend"));
        let lines = legend.into_iter().flat_map(|legend| legend.descendants());
        lines.filter_map(|node| node.attribute("aria-label").map(ToOwned::to_owned)).collect::<Vec<_>>()
    };
    let all = said("").await;
    assert!(
        ["Tailings", "Rivers", "Towns"].iter().all(|kind| all.iter().any(|line| line == kind)),
        "{all:?}"
    );
    let rivers = said("kind=river").await;
    assert!(
        rivers.iter().any(|line| line == "Rivers") && !rivers.iter().any(|line| line == "Tailings"),
        "{rivers:?}"
    );
    assert_eq!(said("layers=rivers").await, Vec::<String>::new(), "nothing is to be explained");
}

#[tokio::test]
async fn wrong_parameters_are_named() {
    for (query, parameter) in [
        ("hotspot=nowhere", "hotspot"),
        ("hotspot=kz-temirtau-air&oblast=KZ-35", "oblast"),
        ("oblast=KZ-35&bbox=70,46,76,51", "bbox"),
        ("oblast=Atlantis", "oblast"),
        ("bbox=76,46,70,51", "bbox"),
        ("bbox=50,70,51,71", "bbox"),
        ("size=1200", "size"),
        ("size=%2B300x300", "size"),
        ("size=239x300", "size"),
        ("size=300x1601", "size"),
        ("scale=1.5", "scale"),
        ("theme=sepia", "theme"),
        ("layers=fade", "layers"),
        ("kind=volcano", "kind"),
        ("date=tomorrow", "date"),
        ("download=maybe", "download"),
        ("width=300", "width"),
    ] {
        let answer = get(&format!("/static/map.png?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        assert_eq!(answer.problem()["parameter"], parameter, "{query}");
    }
    assert_eq!(get("/static/map.png?release=r0000000000000000").await.status, 404);
    assert_eq!(get("/static/map.gif").await.status, 404);
}

#[tokio::test]
async fn pictures_are_kept_by_clients_as_long_as_they_hold() {
    let address = "/static/map.png?hotspot=kz-temirtau-air&size=300x240&lang=ru";
    let answer = get(address).await;
    assert_eq!(answer.header("cache-control"), "public, max-age=60, must-revalidate");
    assert_eq!(answer.header("terrikon-release"), release());
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("content-disposition"), "inline; filename=\"terrikon-kz-temirtau-air-ru.png\"");
    let again = ask(Method::GET, address, &[("if-none-match", answer.header("etag"))]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    let fixed = get(&format!("{address}&release={}&date=2026-01-01&download=true", release())).await;
    assert_eq!(fixed.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(fixed.header("content-disposition").starts_with("attachment; "));
}

#[tokio::test]
#[ignore = "a measure, for a release build: cargo test --release -p terrikon-http --test http a_card_is_drawn -- --ignored --nocapture"]
async fn a_card_is_drawn_in_time() {
    // Each address is another picture, so that none is kept; tiles and letters are, after the first.
    let mut took: Vec<f64> = Vec::new();
    for day in 1..=28 {
        for subject in PLACES
            .map(|place| format!("hotspot={place}"))
            .iter()
            .map(String::as_str)
            .chain(["", "oblast=KZ-35"])
        {
            let address = format!("/static/map.png?{subject}&lang=kk&date=2026-02-{day:02}");
            let began = Instant::now();
            pixels(&get_from(&with_tiles(), &address).await, &address);
            if day > 1 {
                took.push(began.elapsed().as_secs_f64() * 1e3);
            }
        }
    }
    took.sort_by(f64::total_cmp);
    let (median, most) = (took[took.len() / 2], took[took.len() * 95 / 100]);
    println!(
        "1200 × 630, warm, not kept: median {median:.0} ms, 95 % {most:.0} ms of {} pictures",
        took.len()
    );
    assert!(most <= 150.0, "{most}");
}
