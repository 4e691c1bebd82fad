//! The names of CRSs.

use terrikon_crs::{Axes, Crs};

#[test]
fn every_spelling_leads_to_the_same_crs() {
    for crs in Crs::ALL {
        let (short, uri) = (crs.to_string(), crs.uri());
        for name in [short.clone(), format!("[{short}]"), uri.clone(), uri.replace("http:", "https:")] {
            assert_eq!(Crs::parse(&name), Ok(crs), "{name}");
        }
    }
    assert_eq!(Crs::parse("urn:ogc:def:crs:EPSG::28413"), Crs::parse("EPSG:28413"));
    assert_eq!(Crs::parse(" epsg:4326 "), Crs::parse("EPSG:4326"));
    assert_eq!(Crs::parse("urn:ogc:def:crs:OGC:1.3:CRS84"), Ok(Crs::CRS84));
    assert_eq!(Crs::default(), Crs::CRS84);
}

#[test]
fn all_else_is_refused() {
    for name in [
        "",
        "4326",
        "EPSG:",
        "EPSG:+4326",
        "EPSG:04326",
        "EPSG:99999",
        "EPSG:2056",
        "[EPSG:4326",
        "http://www.opengis.net/def/crs/EPSG/0/",
        "http://www.opengis.net/def/crs/EPSG/0/4326/",
        "http://example.org/def/crs/EPSG/0/4326",
        "+proj=longlat",
        "кРС84",
    ] {
        assert!(Crs::parse(name).is_err(), "{name}");
    }
}

#[test]
fn axes_are_those_of_the_epsg_dataset() {
    let north_first: Vec<_> =
        Crs::ALL.into_iter().filter(|crs| crs.axes() == Axes::NorthEast).map(|crs| crs.to_string()).collect();
    let mut expected = vec!["EPSG:4326".to_owned(), "EPSG:4284".to_owned()];
    expected.extend((28408..=28415).map(|code| format!("EPSG:{code}")));
    assert_eq!(north_first, expected);
}
