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
    let oblasts = oblast_shapes(cells, recipe);
    let oblasts = oblasts.as_slice();
    // Zooms do not depend on each other: each has a thread, and they are put together in order.
    let zooms: Vec<Result<Vec<Generalised>, Error>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..=GENERALISED_MAX_ZOOM)
            .map(|zoom| scope.spawn(move || at_zoom(cells, recipe, oblasts, zoom)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    let zooms: Result<Vec<_>, Error> = zooms.into_iter().collect();
    Ok(zooms?.into_iter().flatten().collect())
}

fn at_zoom(
    cells: &Cells,
    recipe: &AreasRecipe,
    oblasts: &[OblastShape],
    zoom: u8,
) -> Result<Vec<Generalised>, Error> {
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
    for (number, division) in recipe.division.iter().enumerate() {
        let in_division = |cell: Cell| {
            let counted = cell.country.as_ref().is_some_and(|country| division.countries.contains(country));
            counted.then(|| cell.oblasts.get(&division.column).cloned()).flatten()
        };
        for (code, geometry) in dissolve(&in_division) {
            // An oblast that a reform left alone is drawn once, for the first division that has it.
            if let Some(shape) = oblasts.iter().find(|shape| shape.division == number && shape.code == code) {
                add("oblasts", shape.feature.clone(), shape.validity, geometry);
            }
        }
    }
    shapes.extend(borders(cells, &coverage, recipe, zoom));
    Ok(shapes)
}

/// A shape that an oblast had, as [`super::features`] makes them.
struct OblastShape {
    /// The id of its feature.
    feature: String,
    code: String,
    validity: Validity,
    /// The number of the first division that has it.
    division: usize,
    /// Its cells: the same oblast in two divisions is one shape if they are the same.
    members: Vec<Cell>,
}

fn oblast_shapes(cells: &Cells, recipe: &AreasRecipe) -> Vec<OblastShape> {
    let mut found: Vec<OblastShape> = Vec::new();
    for (number, division) in recipe.division.iter().enumerate() {
        let mut by_code: BTreeMap<String, Vec<Cell>> = BTreeMap::new();
        for cell in all_cells(cells) {
            let counted = cell.country.as_ref().is_some_and(|country| division.countries.contains(country));
            if let (true, Some(code)) = (counted, cell.oblasts.get(&division.column)) {
                by_code.entry(code.clone()).or_default().push(cell);
            }
        }
        for (code, members) in by_code {
            let before = found.iter_mut().find(|shape| {
                shape.code == code
                    && shape.members == members
                    && shape.validity.valid_to == division.valid_from
            });
            match before {
                Some(shape) => shape.validity.valid_to = division.valid_to,
                None => found.push(OblastShape {
                    feature: code.clone(),
                    code,
                    validity: division.validity(),
                    division: number,
                    members,
                }),
            }
        }
    }
    for shape in &mut found {
        if let Some(end) = shape.validity.valid_to {
            shape.feature = format!("{}-until-{end}", shape.code);
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
