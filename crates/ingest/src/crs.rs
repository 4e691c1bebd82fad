//! From whatever CRS to WGS84 longitude and latitude, by PROJ. Its database is linked into the binary.

use crate::{fault::Fault, read::Table};
use geo::{Coord, MapCoords as _};
use proj::Proj;

/// Projects the coordinates of one CRS to WGS84.
pub struct Projector {
    proj: Proj,
    crs: String,
}

impl std::fmt::Debug for Projector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Projector").field("crs", &self.crs).finish_non_exhaustive()
    }
}

impl Projector {
    /// From a CRS by any name that PROJ knows: `EPSG:28413`, WKT, a PROJ string.
    ///
    /// # Errors
    /// A fault of the file where PROJ does not know it.
    pub fn new(crs: &str, file: &str) -> Result<Self, Fault> {
        let proj = Proj::new_known_crs(crs, "EPSG:4326", None).map_err(|error| {
            Fault::of_file("unknown-crs", file, format!("PROJ does not know this CRS: {error}"))
                .value("crs", crs)
                .hint("name it as EPSG:CODE (for Pulkovo 1942 Gauss-Krüger zones EPSG:28409 to 28415), or mend the .prj file")
        })?;
        Ok(Self { proj, crs: crs.to_owned() })
    }

    /// Projects every geometry of a table, to the precision of a release.
    ///
    /// # Errors
    /// A fault of the row whose coordinates the projection does not reach.
    pub fn project(&self, table: &mut Table) -> Result<(), Fault> {
        for row in &mut table.rows {
            let Some(geometry) = &row.geometry else { continue };
            let projected = geometry.try_map_coords(|coord| {
                let (lon, lat) = self.proj.convert((coord.x, coord.y))?;
                if lon.is_finite() && lat.is_finite() {
                    Ok(Coord { x: lon, y: lat })
                } else {
                    Err(proj::ProjError::Conversion(format!("{}, {} is out of its area", coord.x, coord.y)))
                }
            });
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
