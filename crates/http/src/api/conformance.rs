//! `/api/conformance`: the standards that the API keeps to; only those, but for one point of Features 1 core that README
//! tells: hotspots and zones without a shape are in no `bbox` (requirement 24 C would have them in every one).

use super::html;
use crate::{asked::Asked, negotiate::Form, parameters::OF_CONFORMANCE, problem::Problem};
use axum::response::Response;
use serde_json::json;

/// OpenAPI is served as 3.1, for which version 1.0 of OGC API Features has no class (`oas30` asks for 3.0). Our own
/// tests follow the abstract tests of these, in `tests/http/ogc`.
const CLASSES: [&str; 28] = [
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/landing-page",
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/json",
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/dataset-tilesets",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
    "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
    "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
    "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
    "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
    "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
    "http://www.opengis.net/spec/cql2/1.0/conf/accent-insensitive-comparison",
    "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
    "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
    "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
    "http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions",
    "http://www.opengis.net/spec/cql2/1.0/conf/array-functions",
];

pub(crate) async fn conformance(asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_CONFORMANCE)?;
    let form = asked.form(&known, &Form::OF_DOCUMENTS)?;
    let links = asked.form_links(form, &Form::OF_DOCUMENTS);
    let document = json!({ "conformsTo": CLASSES, "links": links });
    let lang = asked.lang(&known)?;
    Ok(super::document(&asked, form, lang, &document, links, html::conformance).respond(&asked))
}
