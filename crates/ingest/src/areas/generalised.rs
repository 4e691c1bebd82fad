//! What tiles draw of the areas at every zoom: from the coverage of that zoom, whose borders are shared in whole tile
//! units, so that neither rounding nor clipping can open a gap.

use super::{
    AreasRecipe,
    cells::{Cell, Cells},
};
use geo::{Geometry, MultiPolygon};
use std::collections::BTreeMap;
use terrikon_core::{
    Validity,
    release::{GENERALISED_MAX_ZOOM, Generalised},
};
use terrikon_coverage::{Coverage, Detail, Error};

/// Raions appear from this zoom; below it their lines would be a net over the map.
const RAIONS_FROM_ZOOM: u8 = 6;

/// Every polygon and border line of the tile layers, for zooms 0 to [`GENERALISED_MAX_ZOOM`].
///
/// # Errors
/// Where the lines of a zoom can't be kept apart.
pub fn all(cells: &Cells, recipe: &AreasRecipe) -> Result<Vec<Generalised>, Error> {
    let zooms: Result<Vec<_>, Error> =
        (0..=GENERALISED_MAX_ZOOM).map(|zoom| at_zoom(cells, recipe, zoom)).collect();
    Ok(zooms?.into_iter().flatten().collect())
}

fn at_zoom(cells: &Cells, recipe: &AreasRecipe, zoom: u8) -> Result<Vec<Generalised>, Error> {
    let coverage = cells.coverage.generalise_for_zoom(zoom, &Detail::default())?;
    let dissolve = |key: &dyn Fn(Cell) -> Option<String>| coverage.dissolve(|labels| key(cells.cell(labels)));
    let mut shapes = Vec::new();
    let mut add = |layer: &str, feature: String, validity: Validity, geometry: MultiPolygon<f64>| {
        shapes.push(Generalised {
            layer: layer.to_owned(),
            feature,
            level: None,
            validity,
            zoom,
            geometry: Geometry::MultiPolygon(geometry),
        });
    };
    for (code, geometry) in dissolve(&|cell| cell.country) {
        add("countries", code, Validity::ALWAYS, geometry);
    }
    for (id, geometry) in dissolve(&|cell| cell.water) {
        add("lakes", id, Validity::ALWAYS, geometry);
    }
    if zoom >= RAIONS_FROM_ZOOM {
        for (code, geometry) in dissolve(&|cell| cell.raion) {
            add("raions", code, Validity::ALWAYS, geometry);
        }
    }
    // The same oblast in two divisions is one shape if its cells are the same.
    for (feature, validity, members) in oblast_shapes(cells, recipe) {
        for (_, geometry) in dissolve(&|cell| members.contains(&cell).then(String::new)) {
            add("oblasts", feature.clone(), validity, geometry);
        }
    }
    shapes.extend(borders(cells, &coverage, recipe, zoom));
    Ok(shapes)
}

/// Feature id, validity and cells of every oblast shape, as [`super::features`] makes them.
fn oblast_shapes(cells: &Cells, recipe: &AreasRecipe) -> Vec<(String, Validity, Vec<Cell>)> {
    let mut found: Vec<(String, Validity, Vec<Cell>)> = Vec::new();
    for division in &recipe.division {
        let mut members: BTreeMap<String, Vec<Cell>> = BTreeMap::new();
        for cell in all_cells(cells) {
            let counted = cell.country.as_ref().is_some_and(|country| division.countries.contains(country));
            if let (true, Some(code)) = (counted, cell.oblasts.get(&division.column)) {
                members.entry(code.clone()).or_default().push(cell);
            }
        }
        for (code, members) in members {
            let before = found.iter_mut().find(|(known, validity, cells)| {
                *known == code && *cells == members && validity.valid_to == division.valid_from
            });
            match before {
                Some((_, validity, _)) => validity.valid_to = division.valid_to,
                None => found.push((code, division.validity(), members)),
            }
        }
    }
    for (code, validity, _) in &mut found {
        if let Some(end) = validity.valid_to {
            *code = format!("{code}-until-{end}");
        }
    }
    found
}

fn all_cells(cells: &Cells) -> Vec<Cell> {
    let faces = 0..u32::try_from(cells.coverage.face_count()).unwrap_or(u32::MAX);
    let mut all: Vec<Cell> =
        faces.filter_map(|face| Some(cells.cell(cells.coverage.labels(face)?))).collect();
    all.sort();
    all.dedup();
    all
}

/// Each border once, under its highest level.
fn borders(cells: &Cells, coverage: &Coverage, recipe: &AreasRecipe, zoom: u8) -> Vec<Generalised> {
    let mut lines = Vec::new();
    let covered =
        |country: &Option<String>| country.as_ref().is_some_and(|code| recipe.covered.contains(code));
    let mut add = |level: &str, left: &str, right: &str, validity: Validity, line: geo::LineString<f64>| {
        lines.push(Generalised {
            layer: "borders".to_owned(),
            feature: format!("{left}|{right}"),
            level: Some(level.to_owned()),
            validity,
            zoom,
            geometry: Geometry::LineString(line),
        });
    };
    // A coast is no border: only lines between two countries are drawn.
    for border in coverage.borders(|labels| cells.cell(labels).country) {
        if let (Some(left), Some(right)) = (border.left, border.right) {
            add("state", &left, &right, Validity::ALWAYS, border.line);
        }
    }
    for division in &recipe.division {
        let key = |cell: Cell| {
            let country = cell.country.clone().filter(|code| division.countries.contains(code))?;
            Some((country, cell.oblasts.get(&division.column)?.clone()))
        };
        for border in coverage.borders(|labels| key(cells.cell(labels))) {
            if let (Some((left_country, left)), Some((right_country, right))) = (border.left, border.right)
                && left_country == right_country
            {
                add("oblast", &left, &right, division.validity(), border.line);
            }
        }
        if zoom >= RAIONS_FROM_ZOOM {
            let key = |cell: Cell| Some((key(cell.clone())?, cell.raion?));
            for border in coverage.borders(|labels| key(cells.cell(labels))) {
                if let (Some((left_oblast, left)), Some((right_oblast, right))) = (border.left, border.right)
                    && left_oblast == right_oblast
                    && covered(&Some(left_oblast.0))
                {
                    add("raion", &left, &right, division.validity(), border.line);
                }
            }
        }
    }
    lines
}
