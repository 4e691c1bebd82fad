//! Sites of a file: positions or shapes, each with an id and how far off it may be.

use geo::Centroid as _;
use std::path::Path;
use terrikon_core::exposure::Place;
use terrikon_ingest::{
    Fault, Report,
    read::{PointColumns, Row, read},
};

/// The most sites of one file: what a day of computing answers.
const MOST: usize = 1_000_000;

/// A site.
#[derive(Debug)]
pub(crate) struct Site {
    /// The column `id`, or the number of the row.
    pub(crate) id: String,
    /// The row, from 1.
    pub(crate) row: usize,
    /// Degrees of longitude and latitude of its middle.
    pub(crate) position: [f64; 2],
    pub(crate) place: Place,
}

/// Reads all sites; one fault and there are none.
///
/// # Errors
/// All faults of the file, by row.
pub(crate) fn sites(path: &Path, crs: Option<&str>, accuracy: f64) -> Result<Vec<Site>, Report> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let all = |fault| Report { faults: vec![fault], left_out: Vec::new() };
    let table = read(folder, &file, crs, &PointColumns::default()).map_err(all)?;
    if table.rows.len() > MOST {
        let expected = format!("has {} rows; at most {MOST} are read", table.rows.len());
        return Err(all(Fault::of_file("too-large", &file, expected)));
    }
    let (mut sites, mut faults) = (Vec::new(), Vec::new());
    for row in &table.rows {
        match site(row, &file, accuracy) {
            Ok(site) => sites.push(site),
            Err(fault) => faults.push(fault),
        }
    }
    if table.rows.is_empty() {
        faults.push(Fault::of_file("empty", &file, "expected one site or more"));
    }
    if faults.is_empty() { Ok(sites) } else { Err(Report { faults, left_out: Vec::new() }) }
}

fn site(row: &Row, file: &str, accuracy: f64) -> Result<Site, Fault> {
    let id = row.get("id").map_or_else(|| row.number.to_string(), ToOwned::to_owned);
    let fault = |rule, expected: &str| Fault::of_file(rule, file, expected).at(row.number, Some(&id));
    let geometry = row.geometry.clone().ok_or_else(|| {
        fault("no-position", "expected a longitude and a latitude").hint("columns are called lon and lat")
    })?;
    let middle = geometry.centroid().map(|middle| [middle.x(), middle.y()]);
    let on_earth = middle.filter(|[lon, lat]| lon.abs() <= 180.0 && lat.abs() <= 90.0);
    let position = on_earth.ok_or_else(|| {
        let shown = middle.map(|[lon, lat]| format!("{lon}, {lat}")).unwrap_or_default();
        fault("position", "expected degrees of longitude and latitude")
            .value("lon, lat", shown)
            .hint("swapped, or in metres? then say --crs")
    })?;
    let accuracy = match row.get("position_accuracy_m") {
        None => accuracy,
        Some(text) => text
            .trim()
            .parse()
            .map_err(|_| fault("bad-number", "expected metres").value("position_accuracy_m", text))?,
    };
    let place = Place::new(geometry, accuracy).map_err(|error| {
        fault("bad-number", &error.to_string()).value("position_accuracy_m", accuracy.to_string())
    })?;
    Ok(Site { id, row: row.number, position, place })
}
