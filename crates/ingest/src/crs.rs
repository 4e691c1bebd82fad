//! From whatever CRS to WGS84 longitude and latitude.

use crate::{fault::Fault, read::Table};
use geo::MapCoords as _;
use terrikon_crs::Projection;

/// Projects the coordinates of one CRS to WGS84.
#[derive(Debug)]
pub struct Projector {
    projection: Projection,
    crs: String,
}

impl Projector {
    /// From a CRS by any name that PROJ knows: `EPSG:28413`, WKT, a PROJ string.
    ///
    /// # Errors
    /// A fault of the file where PROJ does not know it.
    pub fn new(crs: &str, file: &str) -> Result<Self, Fault> {
        let projection = Projection::new(crs, "EPSG:4326").map_err(|error| {
            Fault::of_file("unknown-crs", file, error.to_string())
                .value("crs", crs)
                .hint("name it as EPSG:CODE (for Pulkovo 1942 Gauss-Krüger zones EPSG:28409 to 28415), or mend the .prj file")
        })?;
        Ok(Self { projection, crs: crs.to_owned() })
    }

    /// Projects every geometry of a table, to the precision of a release.
    ///
    /// # Errors
    /// A fault of the row whose coordinates the projection does not reach.
    pub fn project(&self, table: &mut Table) -> Result<(), Fault> {
        for row in &mut table.rows {
            let Some(geometry) = &row.geometry else { continue };
            let projected = geometry.try_map_coords(|coord| self.projection.position(coord));
            let projected = projected.map_err(|error| {
                Fault::of_file(
                    "outside-crs",
                    &table.file,
                    format!("can't be projected from {}: {error}", self.crs),
                )
                .at(row.number, row.values.get("id").map(String::as_str))
            })?;
            row.geometry = Some(projected);
        }
        Ok(())
    }
}
