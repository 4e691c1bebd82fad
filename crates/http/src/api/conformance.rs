//! `/api/conformance`: the standards that the API keeps to; only those.

use crate::{
    answer::{Answer, JSON},
    asked::Asked,
    parameters::OF_DOCUMENT,
    problem::Problem,
};
use axum::response::Response;
use serde_json::json;

/// OpenAPI is served as 3.1, for which version 1.0 of OGC API Features has no class (`oas30` asks for 3.0).
const CLASSES: [&str; 16] = [
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
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
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    Ok(Answer::json(&json!({ "conformsTo": CLASSES }), JSON).respond(&asked))
}
