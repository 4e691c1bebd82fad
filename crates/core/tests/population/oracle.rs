//! Rasters, polygons and sums that `oracle.py` made with exactextract.

use geo::{LineString, MultiPolygon, Polygon};
use serde_json::Value;
use terrikon_core::population::{GridFrame, GridHeader, Measure, PopulationGrid};

/// A polygon and what exactextract says of it.
pub(crate) struct Case {
    pub(crate) shape: String,
    pub(crate) area: MultiPolygon<f64>,
    pub(crate) people: f64,
    pub(crate) cells: f64,
    /// Cells with data, parts of cells by their size.
    pub(crate) known: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

pub(crate) struct Oracle {
    pub(crate) grid: PopulationGrid,
    pub(crate) total: f64,
    pub(crate) cases: Vec<Case>,
}

/// Windows of a density and a count raster, and a made-up one with cells that have no data.
pub(crate) fn oracles() -> Vec<Oracle> {
    let table: Value = serde_json::from_str(include_str!("table.json")).unwrap();
    let mut cells =
        include_bytes!("cells.f32").chunks_exact(4).map(|cell| f32::from_le_bytes(cell.try_into().unwrap()));
    table.as_array().unwrap().iter().map(|raster| oracle(raster, &mut cells)).collect()
}

fn oracle(raster: &Value, cells: &mut impl Iterator<Item = f32>) -> Oracle {
    let number = |key: &str| raster[key].as_f64().unwrap();
    let frame = GridFrame {
        west: number("west"),
        north: number("north"),
        step_x: number("step_x"),
        step_y: number("step_y"),
        columns: number("columns") as u32,
        rows: number("rows") as u32,
    };
    let measure = match raster["measure"].as_str().unwrap() {
        "density" => Measure::Density,
        _ => Measure::Count,
    };
    let header = GridHeader {
        id: raster["name"].as_str().unwrap().into(),
        source: "oracle".into(),
        year: 2020,
        measure,
        frame,
    };
    let rows: Vec<Vec<f32>> =
        (0..frame.rows).map(|_| cells.by_ref().take(frame.columns as usize).collect()).collect();
    let nodata = raster["nodata"].as_f64();
    Oracle {
        grid: PopulationGrid::build(header, rows, nodata).unwrap(),
        total: number("total"),
        cases: raster["cases"].as_array().unwrap().iter().map(case).collect(),
    }
}

fn case(case: &Value) -> Case {
    let number = |key: &str| case[key].as_f64().unwrap();
    let ring = |ring: &Value| -> LineString<f64> {
        let position = |at: &Value| (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
        ring.as_array().unwrap().iter().map(position).collect()
    };
    let polygon = |rings: &Value| {
        let mut rings = rings.as_array().unwrap().iter().map(ring);
        Polygon::new(rings.next().unwrap(), rings.collect())
    };
    Case {
        shape: case["shape"].as_str().unwrap().into(),
        area: case["polygons"].as_array().unwrap().iter().map(polygon).collect(),
        people: number("people"),
        cells: number("cells"),
        known: number("known"),
        least: number("least"),
        most: number("most"),
    }
}
