//! Where a GeoTIFF lies: OGC GeoTIFF 1.1, <https://docs.ogc.org/is/19-008r4/19-008r4.html>.

use std::io::{Read, Seek};

use tiff::{decoder::Decoder, tags::Tag};

use super::geotiff::broken;
use crate::fault::Fault;

/// Keys of the directory, and the values that are read.
const MODEL_TYPE: u16 = 1024;
const GEOGRAPHIC: u16 = 2;
const RASTER_TYPE: u16 = 1025;
const PIXEL_IS_POINT: u16 = 2;
const GEODETIC_CRS: u16 = 2048;
const PROJECTED_CRS: u16 = 3072;
const WGS84: u16 = 4326;

/// The north-western corner and the steps of a raster, degrees.
pub(super) struct Place {
    pub(super) west: f64,
    pub(super) north: f64,
    pub(super) step_x: f64,
    pub(super) step_y: f64,
}

/// The place of a raster that is in EPSG:4326 and has north up.
pub(super) fn of<R: Read + Seek>(image: &mut Decoder<R>, file: &str) -> Result<Place, Fault> {
    let keys = keys(image, file)?;
    let key = |wanted| keys.iter().find(|(key, _)| *key == wanted).map(|(_, value)| *value);
    let crs = key(GEODETIC_CRS);
    if key(MODEL_TYPE) != Some(GEOGRAPHIC) || crs != Some(WGS84) {
        let found = key(PROJECTED_CRS).or(crs).map_or("none".to_owned(), |code| format!("EPSG:{code}"));
        return Err(Fault::of_file("wrong-crs", file, "expected a raster in EPSG:4326")
            .value("CRS", found)
            .hint("gdalwarp -t_srs EPSG:4326 moves densities; counts have to come in EPSG:4326 from their maker"));
    }
    let scale = numbers(image, Tag::ModelPixelScaleTag, file)?;
    let tie = numbers(image, Tag::ModelTiepointTag, file)?;
    let matrix = numbers(image, Tag::ModelTransformationTag, file)?;
    let mut place = if let ([step_x, step_y, ..], [column, row, _, x, y, _]) = (&scale[..], &tie[..]) {
        Place { west: x - column * step_x, north: y + row * step_y, step_x: *step_x, step_y: *step_y }
    } else if let [step_x, turn_x, _, west, turn_y, step_y, _, north, ..] = matrix[..]
        && turn_x == 0.0
        && turn_y == 0.0
    {
        Place { west, north, step_x, step_y: -step_y }
    } else {
        return Err(Fault::of_file(
            "no-georeference",
            file,
            "expected a pixel scale with one tie point, or a matrix without turn",
        )
        .hint("gdalwarp writes a raster with north up"));
    };
    // Then the corner is that of a grid of points; their cells reach half a step further.
    if key(RASTER_TYPE) == Some(PIXEL_IS_POINT) {
        place.west -= place.step_x / 2.0;
        place.north += place.step_y / 2.0;
    }
    Ok(place)
}

/// Keys whose values stand in the directory itself.
fn keys<R: Read + Seek>(image: &mut Decoder<R>, file: &str) -> Result<Vec<(u16, u16)>, Fault> {
    let directory = image.find_tag_unsigned_vec::<u16>(Tag::GeoKeyDirectoryTag);
    let directory = directory.map_err(|error| broken(file, &error))?.unwrap_or_default();
    let entries = directory.as_chunks::<4>().0.iter().skip(1);
    Ok(entries
        .filter(|[_, elsewhere, ..]| *elsewhere == 0)
        .map(|[key, _, _, value]| (*key, *value))
        .collect())
}

/// The numbers of a tag; none where it is absent.
fn numbers<R: Read + Seek>(image: &mut Decoder<R>, tag: Tag, file: &str) -> Result<Vec<f64>, Fault> {
    let found = image.find_tag(tag).map_err(|error| broken(file, &error))?;
    found.map_or(Ok(Vec::new()), |value| value.into_f64_vec().map_err(|error| broken(file, &error)))
}
