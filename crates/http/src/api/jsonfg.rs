//! Features as OGC Features and Geometries JSON 1.0 tells them: GeoJSON with the times of features, and with shapes in
//! other coordinate systems under `place`.

use super::feature::Telling;
use serde_json::{Value, json};
use terrikon_core::{CollectionId, Feature};
use terrikon_crs::Crs;
use terrikon_store::Item;

const CORE: &str = "http://www.opengis.net/spec/json-fg-1/1.0/conf/core";

/// The outermost object, without what is in it.
pub(super) fn root(kind: &str, collection: CollectionId, crs: Crs) -> Value {
    json!({
        "type": kind,
        "conformsTo": [CORE],
        "featureType": collection.as_str(),
        "coordRefSys": crs.uri(),
    })
}

/// A feature: `item` has its shape in the system of the telling, `in_degrees` as it is stored.
pub(super) fn feature(
    telling: &Telling<'_>,
    collection: CollectionId,
    item: &Item,
    in_degrees: &Item,
) -> Value {
    let mut document = json!(telling.document(collection, item));
    document["time"] = time(&item.feature);
    document["place"] = Value::Null;
    if telling.crs != Crs::CRS84 && !telling.skip_geometry {
        let degrees = Telling { crs: Crs::CRS84, ..*telling };
        let plain = json!(degrees.document(collection, in_degrees));
        document["place"] = document["geometry"].take();
        document["geometry"] = plain["geometry"].clone();
    }
    document
}

/// When it exists, both days included; null where that is not known.
fn time(feature: &Feature) -> Value {
    let validity = feature.validity;
    if validity.valid_from.is_none() && validity.valid_to.is_none() {
        return Value::Null;
    }
    // What is stored is the day after the last one.
    let last = validity.valid_to.and_then(|day| day.yesterday().ok());
    let end = |day: Option<terrikon_core::Date>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
    json!({ "interval": [end(validity.valid_from), end(last)] })
}
