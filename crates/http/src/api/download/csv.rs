//! One row a feature, for spreadsheets and tables: every field, the position, the shape as WKT, and who says so.

use crate::{
    api::feature::Telling,
    problem::{Problem, Slug},
};
use bytes::Bytes;
use serde_json::Value;
use std::collections::BTreeSet;
use terrikon_core::{CollectionId, Lang, Source, spreadsheet::harmless};
use terrikon_store::Item;

/// What joins the words of a list in one cell.
const AND: &str = "; ";

/// Members of a feature's document that have columns of their own, or none.
const APART: [&str; 4] = ["names", "position", "claims", "release"];

/// The columns behind those of the document.
const LAST: [&str; 11] = [
    "name_en", "name_ru", "name_kk", "name_ky", "lon", "lat", "wkt", "claims", "sources", "licences",
    "release",
];

/// Rows, with a head and a byte order mark where they are asked for.
pub(super) fn write(
    telling: &Telling<'_>,
    collection: CollectionId,
    items: &[Item],
    head: bool,
    bom: bool,
) -> Result<Bytes, Problem> {
    let mut out = if bom { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    let mut rows = csv::Writer::from_writer(&mut out);
    let written = (|| {
        if head {
            let members = telling.members(collection).filter(|name| !APART.contains(&name.as_str()));
            rows.write_record(members.chain(LAST.map(ToOwned::to_owned)))?;
        }
        items.iter().try_for_each(|item| rows.write_record(row(telling, collection, item)))?;
        rows.flush()?;
        Ok::<_, csv::Error>(())
    })();
    drop(rows);
    written.map_err(|error| {
        tracing::error!(error = &error as &dyn std::error::Error, "a table could not be written");
        Problem::new(Slug::Internal)
    })?;
    Ok(out.into())
}

fn row(telling: &Telling<'_>, collection: CollectionId, item: &Item) -> Vec<String> {
    let feature = &*item.feature;
    let told = telling.properties(collection, feature, &item.claims);
    let mut cells: Vec<String> = told
        .iter()
        .filter(|(name, _)| !APART.contains(&name.as_str()))
        .map(|(_, value)| cell(value))
        .collect();
    let names = Lang::ALL.map(|lang| harmless(feature.names.get(lang).unwrap_or_default()));
    cells.extend(names);
    let degrees =
        |axis: usize| feature.position.map_or_else(String::new, |position| position[axis].to_string());
    cells.extend([degrees(0), degrees(1)]);
    let shape = feature.geometry.as_ref().filter(|_| !telling.skip_geometry);
    cells.push(shape.map_or_else(String::new, wkt::ToWkt::wkt_string));
    cells.push(item.claims.len().to_string());
    let sources = sources(telling, item);
    cells.push(harmless(&join(sources.iter().map(|source| cited(source)))));
    let licences: BTreeSet<_> = sources.iter().map(|source| source.licence.clone()).collect();
    cells.push(harmless(&join(licences.into_iter().filter(|licence| !licence.is_empty()))));
    cells.push(telling.snapshot.release().to_string());
    cells
}

/// All sources that a feature or a claim about it names, by id.
fn sources<'a>(telling: &Telling<'a>, item: &Item) -> Vec<&'a Source> {
    let fields = ["source", "position_source", "population_source", "area_source"];
    let of_feature = fields.iter().filter_map(|field| item.feature.text(field));
    let ids: BTreeSet<&str> =
        of_feature.chain(item.claims.iter().map(|claim| claim.source.as_str())).collect();
    ids.into_iter().filter_map(|id| telling.snapshot.directory().sources.get(id)).collect()
}

fn cited(source: &Source) -> String {
    let Source { title, publisher, date, url, .. } = source;
    [publisher, title, date, url]
        .into_iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(", ")
}

fn join(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(AND)
}

/// A value in a cell; of a source its id.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => harmless(text),
        Value::Array(list) => harmless(&join(list.iter().map(plain))),
        Value::Object(members) => members.get("id").map(|id| harmless(&plain(id))).unwrap_or_default(),
        number => number.to_string(),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}
