//! Which parameters each resource takes.

use super::table::*;
use terrikon_core::CollectionId;

/// The parameters of a collection's items.
pub(crate) fn of_items(collection: CollectionId) -> Vec<&'static Parameter> {
    let mut known =
        vec![&BBOX, &LIMIT, &CURSOR, &DATE, &DATETIME, &LANG, &F_ITEMS, &BOM, &SKIP_GEOMETRY, &RELEASE];
    known.extend([&CRS, &BBOX_CRS, &PROPERTIES, &FILTER, &FILTER_LANG, &FILTER_CRS, &SORTBY]);
    if collection != CollectionId::Countries {
        known.push(&OBLAST);
    }
    match collection {
        CollectionId::Hotspots => known.extend([&KIND, &STATUS, &TRUST, &POLLUTANT]),
        CollectionId::Zones => known.extend([&KIND, &HOTSPOT]),
        _ => {}
    }
    known
}

/// The parameters of claims. They have neither shape nor day, so that every box and day matches them.
pub(crate) const OF_CLAIMS: [&Parameter; 12] =
    [&HOTSPOT, &PROPERTY, &LIMIT, &CURSOR, &F_ROWS, &BOM, &LANG, &RELEASE, &BBOX, &BBOX_CRS, &DATETIME, &CRS];

/// The parameters of sources; boxes and days as for claims.
pub(crate) const OF_SOURCES: [&Parameter; 10] =
    [&LIMIT, &CURSOR, &F_ROWS, &BOM, &LANG, &RELEASE, &BBOX, &BBOX_CRS, &DATETIME, &CRS];

/// The parameters of a single claim or source.
pub(crate) const OF_RECORD: [&Parameter; 4] = [&F_RECORDS, &LANG, &RELEASE, &CRS];

/// The parameters of a single item.
pub(crate) const OF_ITEM: [&Parameter; 7] =
    [&DATE, &LANG, &F_FEATURE, &SKIP_GEOMETRY, &RELEASE, &CRS, &PROPERTIES];

/// The parameters of documents in JSON that are the same in every language.
pub(crate) const OF_DOCUMENT: [&Parameter; 1] = [&F_JSON];

/// The parameters of the description of the API: also those of the root, as clients repeat them on every address.
pub(crate) const OF_OPENAPI: [&Parameter; 3] = [&F_JSON, &LANG, &RELEASE];

/// The parameters of documents that tell what a release holds.
pub(crate) const OF_CONTENTS: [&Parameter; 3] = [&F_DOCUMENT, &LANG, &RELEASE];

/// The parameters of the list of standards.
pub(crate) const OF_CONFORMANCE: [&Parameter; 2] = [&F_DOCUMENT, &LANG];

/// The parameters of the differences between two releases.
pub(crate) const OF_DIFF: [&Parameter; 5] = [&TO, &LIMIT, &CURSOR, &F_DIFF, &BOM];

/// The parameters of a citation.
pub(crate) const OF_CITATION: [&Parameter; 2] = [&F_CITATION, &LANG];

/// The parameters of a search.
pub(crate) const OF_SEARCH: [&Parameter; 6] = [&Q, &HITS, &DATE, &LANG, &F_JSON, &RELEASE];

/// The parameters of the exposure of a position, or of the hotspots of oblasts.
pub(crate) const OF_EXPOSURE: [&Parameter; 10] =
    [&LON, &LAT, &RADIUS, &ACCURACY, &OBLAST, &KIND, &DATE, &LANG, &F_JSON, &RELEASE];

/// The parameters of the exposure of what is sent.
pub(crate) const OF_POSTED_EXPOSURE: [&Parameter; 6] = [&RADIUS, &ACCURACY, &DATE, &LANG, &F_JSON, &RELEASE];

/// The parameters of the exposure of a hotspot.
pub(crate) const OF_HOTSPOT_EXPOSURE: [&Parameter; 5] = [&RADIUS, &DATE, &LANG, &F_JSON, &RELEASE];

/// The parameters of what lies down the river.
pub(crate) const OF_DOWNSTREAM: [&Parameter; 6] = [&DISTANCE, &HALF_WIDTH, &DATE, &LANG, &F, &RELEASE];

/// The parameters of all there is on an oblast.
pub(crate) const OF_PROFILE: [&Parameter; 5] = [&DATE, &LANG, &F_PROFILE, &BOM, &RELEASE];

/// The parameters of the figures that shade a map of oblasts.
pub(crate) const OF_SHADING: [&Parameter; 6] = [&INDICATOR, &YEAR, &DATE, &LANG, &F_JSON, &RELEASE];

/// The parameters of a tile.
pub(crate) const OF_TILE: [&Parameter; 8] =
    [&KIND, &OBLAST, &STATUS, &TRUST, &POLLUTANT, &DATE, &RELEASE, &F_TILE];

/// The parameters of a tileset and of a list of them: those that its tiles get.
pub(crate) const OF_TILESET: [&Parameter; 8] =
    [&KIND, &OBLAST, &STATUS, &TRUST, &POLLUTANT, &DATE, &RELEASE, &F_JSON];

/// The parameters of TileJSON: those that its tiles get, and the language of its attribution.
pub(crate) const OF_TILEJSON: [&Parameter; 9] =
    [&KIND, &OBLAST, &STATUS, &TRUST, &POLLUTANT, &DATE, &LANG, &RELEASE, &F_TILE];

/// The parameters of a style.
pub(crate) const OF_STYLE: [&Parameter; 3] = [&LANG, &THEME, &RELEASE];

/// The parameters of a picture of the map.
pub(crate) const OF_PICTURE: [&Parameter; 15] = [
    &ONE_HOTSPOT,
    &OBLAST,
    &BBOX,
    &SIZE,
    &SCALE,
    &LANG,
    &THEME,
    &LAYERS,
    &KIND,
    &STATUS,
    &TRUST,
    &POLLUTANT,
    &DATE,
    &RELEASE,
    &DOWNLOAD,
];

/// The parameters of oEmbed. The language is that of the page that is asked for, else that of the request.
pub(crate) const OF_OEMBED: [&Parameter; 5] = [&URL, &FORMAT, &MAXWIDTH, &MAXHEIGHT, &LANG];

/// The parameters of a symbol.
pub(crate) const OF_ICON: [&Parameter; 1] = [&THEME];
