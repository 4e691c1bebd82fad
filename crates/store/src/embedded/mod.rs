//! The embedded store: one GeoPackage, read into memory.
pub mod gpkg;
