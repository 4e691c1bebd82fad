//! What recipes may say of rasters of people, and what is refused.

use crate::{fixtures, root};
use std::path::Path;
use terrikon_core::Release;
use terrikon_ingest::{Fault, IngestError, ingest, pipeline::Options};

/// A raster of 37 × 21 cells of 0.25° × 0.125° from 60°, 45° on.
const STRIPS: &str = "strips-none.tif";

const SOURCES: &str =
    "id\ttitle\tpublisher\tdate\tdate_note\tlanguage\turl\tlicence\tattribution\tshare_alike\tcommercial
gdal\tCells\tNobody\t2020\t\ten\thttps://example.org\topen\ttrue\tfalse\tunknown
";

fn raster(file: &str, id: &str, source: &str, more: &str) -> String {
    format!(
        "[[population]]\nfile = \"{file}\"\nid = \"{id}\"\nsource = \"{source}\"\nyear = 2020\nmeasure = \"count\"\n{more}\n"
    )
}

/// What these recipes make, beside the raster and a table of sources.
fn release(folder: &Path, recipe: &str) -> Result<Release, Vec<Fault>> {
    let from = root().join("crates/ingest/tests/ingest/geotiff").join(STRIPS);
    std::fs::copy(from, folder.join(STRIPS)).unwrap();
    std::fs::write(folder.join("sources.tsv"), SOURCES).unwrap();
    std::fs::write(folder.join("release.toml"), format!("sources = [\"sources.tsv\"]\n{recipe}")).unwrap();
    match ingest(&[folder.to_owned()], &Options { without_tiles: true, ..Options::default() }) {
        Ok(outcome) => Ok(outcome.release),
        Err(IngestError::Faults(report)) => Err(report.faults),
        Err(other) => panic!("{other}"),
    }
}

/// The one fault of a recipe, as people read it.
fn fault(recipe: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let faults = release(folder.path(), recipe).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    faults[0].to_string()
}

#[test]
fn a_raster_is_taken_and_cut() {
    let folder = tempfile::tempdir().unwrap();
    let whole = release(folder.path(), &raster(STRIPS, "cells", "gdal", "")).unwrap();
    let whole = &whole.population[0];
    assert!(whole.counts && whole.grid.frame().columns == 37 && whole.grid.frame().rows == 21);
    // Cells that the box touches stay; those that only share its border do not.
    let cut = raster(STRIPS, "cells", "gdal", "counts = false\ncrop = [61.0, 43.5, 62.1, 44.25]");
    let cut = release(folder.path(), &cut).unwrap();
    let cut = &cut.population[0];
    let frame = cut.grid.frame();
    assert_eq!((cut.counts, frame.west, frame.north), (false, 61.0, 44.25));
    assert_eq!((frame.columns, frame.rows), (5, 6));
    for row in 0..frame.rows {
        let (own, all) = (cut.grid.row(row), whole.grid.row(row + 6));
        let same = own.iter().zip(&all[4..9]).all(|(own, all)| own == all || own.is_nan() && all.is_nan());
        assert!(same, "row {row}: {own:?} {all:?}");
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let told = fault(&raster("people.tif", "cells", "gdal", ""));
    assert!(told.starts_with("people.tif") && told.contains("[no-such-file]"), "{told}");
    let told = fault(&raster("sources.tsv", "cells", "gdal", ""));
    assert!(told.starts_with("sources.tsv") && told.contains("[broken-file]"), "{told}");
}

#[test]
fn a_box_beside_the_raster_or_no_box_at_all_is_refused() {
    for crop in [
        "[0.0, 0.0, 10.0, 10.0]",
        "[60.0, 50.0, 62.0, 51.0]",
        "[62.0, 43.0, 61.0, 44.0]",
        "[61.0, 44.0, 62.0, 43.0]",
        "[61.0, 43.0, 61.0, 43.0]",
        "[nan, 43.0, 62.0, 44.0]",
        "[44.0, 61.0, 43.0, 62.0]",
    ] {
        let told = fault(&raster(STRIPS, "cells", "gdal", &format!("crop = {crop}")));
        assert!(
            told.contains("[bad-crop]") && told.contains("hint: crop = [west, south, east, north]"),
            "{crop}: {told}"
        );
    }
}

#[test]
fn a_source_that_no_table_has_is_a_fault() {
    let told = fault(&raster(STRIPS, "cells", "nobody", ""));
    assert!(told.contains("(cells), source = \"nobody\"") && told.contains("[unknown-source]"), "{told}");
}

#[test]
fn an_id_is_one_raster() {
    let twice =
        [raster(STRIPS, "cells", "gdal", ""), raster(STRIPS, "cells", "gdal", "counts = false")].concat();
    let told = fault(&twice);
    assert!(
        told.contains("id = \"cells\"") && told.contains("[duplicate-id]") && told.contains("hint"),
        "{told}"
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("worldpop.tif"), "").unwrap();
    let file = fixtures().join("derived/population/worldpop-2020.tif");
    std::fs::copy(file, folder.path().join("worldpop.tif")).unwrap();
    let recipe = raster("worldpop.tif", "worldpop-2020", "worldpop-2020", "");
    std::fs::write(folder.path().join("release.toml"), recipe).unwrap();
    let options = Options { without_tiles: true, ..Options::default() };
    let error = ingest(&[fixtures(), folder.path().to_owned()], &options).unwrap_err().to_string();
    assert!(error.contains("worldpop.tif, id = \"worldpop-2020\""), "{error}");
}

#[test]
fn a_recipe_says_what_it_does_not_know() {
    for (recipe, says) in [
        (raster(STRIPS, "cells", "gdal", "unit = \"people\""), "unit"),
        (raster(STRIPS, "cells", "gdal", "").replace("\"count\"", "\"heads\""), "heads"),
        (raster(STRIPS, "cells", "gdal", "").replace("year = 2020\n", ""), "year"),
        (raster(STRIPS, "cells", "gdal", "crop = [1.0, 2.0]"), "crop"),
        (raster(STRIPS, "", "gdal", ""), "id"),
    ] {
        let told = fault(&recipe);
        assert!(told.contains(says), "{says}: {told}");
    }
}
