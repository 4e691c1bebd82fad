//! GeoTIFF rasters of one band in degrees: strips or tiles, deflate, LZW or none, whole or floating numbers.

use crate::fault::Fault;
use std::{fs::File, io::BufReader, path::Path};
use terrikon_core::population::GridFrame;
use tiff::{
    ColorType,
    decoder::{Decoder, DecodingResult, Limits},
    tags::Tag,
};

/// The most cells that are read: all of the Earth at 30 arc seconds is five times as many, and no country is.
const MAX_CELLS: u64 = 200_000_000;

/// GeoTIFF keys (OGC 19-008r4): the kind of CRS, what a value stands for, the geographic CRS, the projected one.
const MODEL_TYPE: u32 = 1024;
const RASTER_TYPE: u32 = 1025;
const GEOGRAPHIC_CRS: u32 = 2048;
const GEOGRAPHIC: u32 = 2;
const PIXEL_IS_POINT: u32 = 2;
const WGS84: u32 = 4326;

/// A raster as it stands in a file.
#[derive(Debug)]
pub(crate) struct Raster {
    pub(crate) frame: GridFrame,
    /// Row by row from the north.
    pub(crate) values: Vec<f32>,
    /// The value that stands for no data, beside "not a number".
    pub(crate) nodata: Option<f64>,
}

/// Reads a raster.
///
/// # Errors
/// One fault: unreadable, too large, of several bands, not in WGS84 degrees, turned or sheared, or without a position.
pub(crate) fn read(path: &Path, file: &str) -> Result<Raster, Fault> {
    let broken = |what: String| Fault::of_file("broken-geotiff", file, what);
    let opened = File::open(path)
        .map_err(|error| Fault::of_file("no-such-file", file, format!("can't be read: {error}")))?;
    let mut limits = Limits::default();
    limits.decoding_buffer_size = MAX_CELLS as usize * 8;
    let mut tiff = Decoder::new(BufReader::new(opened))
        .map_err(|error| broken(format!("is no TIFF that can be read: {error}")))?
        .with_limits(limits);
    let (columns, rows) = tiff.dimensions().map_err(|error| broken(error.to_string()))?;
    if u64::from(columns) * u64::from(rows) > MAX_CELLS {
        return Err(Fault::of_file(
            "too-large",
            file,
            format!("has {columns} × {rows} cells; at most {MAX_CELLS} are read"),
        )
        .hint("cut it to the countries covered, for example with gdalwarp -te"));
    }
    match tiff.colortype().map_err(|error| broken(error.to_string()))? {
        ColorType::Gray(_) => {}
        other => {
            return Err(Fault::of_file("several-bands", file, "expected one band of numbers")
                .value("colour type", format!("{other:?}"))
                .hint("take the band that counts people, for example with gdal_translate -b 1"));
        }
    }
    let keys = tiff.get_tag_u32_vec(Tag::GeoKeyDirectoryTag).unwrap_or_default();
    let key = |id: u32| {
        keys.chunks_exact(4).skip(1).find(|entry| entry[0] == id && entry[1] == 0).map(|entry| entry[3])
    };
    let crs = key(GEOGRAPHIC_CRS);
    if key(MODEL_TYPE) != Some(GEOGRAPHIC) || crs != Some(WGS84) {
        let crs = crs.map_or_else(|| "not stated, or projected".to_owned(), |code| format!("EPSG:{code}"));
        return Err(Fault::of_file("raster-crs", file, "expected a raster in degrees of WGS84 (EPSG:4326)")
            .value("CRS", crs)
            .hint("people must be counted on their own grid, not on one made of it; for densities gdalwarp -t_srs EPSG:4326 will do"));
    }
    let mut frame = place(&mut tiff, columns, rows).map_err(|what| {
        Fault::of_file("raster-position", file, what)
            .hint("gdalinfo shows the origin and the size of the cells")
    })?;
    if key(RASTER_TYPE) == Some(PIXEL_IS_POINT) {
        // The position is that of the middle of the first cell, not of its corner.
        frame.west -= frame.step_x / 2.0;
        frame.north += frame.step_y / 2.0;
    }
    let nodata = tiff.get_tag_ascii_string(Tag::GdalNodata).ok();
    let nodata = nodata.and_then(|text| text.trim_matches(['\0', ' ']).parse().ok());
    let values = numbers(tiff.read_image().map_err(|error| broken(error.to_string()))?).ok_or_else(|| {
        Fault::of_file("raster-numbers", file, "expected whole numbers or floating ones of up to 64 bits")
    })?;
    Ok(Raster { frame, values, nodata })
}

/// Where the north-western corner lies and how large cells are.
fn place(tiff: &mut Decoder<BufReader<File>>, columns: u32, rows: u32) -> Result<GridFrame, &'static str> {
    let scale = tiff.get_tag_f64_vec(Tag::ModelPixelScaleTag).unwrap_or_default();
    let tie = tiff.get_tag_f64_vec(Tag::ModelTiepointTag).unwrap_or_default();
    let matrix = tiff.get_tag_f64_vec(Tag::ModelTransformationTag).unwrap_or_default();
    let (west, north, step_x, step_y) = match (scale.as_slice(), tie.as_slice(), matrix.as_slice()) {
        (&[step_x, step_y, ..], &[column, row, _, lon, lat, _], _) => {
            (lon - column * step_x, lat + row * step_y, step_x, step_y)
        }
        (_, _, &[step_x, turned, _, west, sheared, down, _, north, ..])
            if turned == 0.0 && sheared == 0.0 =>
        {
            (west, north, step_x, -down)
        }
        (_, _, [_, ..]) => return Err("is turned or sheared; expected north up"),
        _ => return Err("does not say where it lies"),
    };
    let on_earth = (-180.5..=180.5).contains(&west) && (-90.5..=90.5).contains(&north);
    if !(on_earth && step_x > 0.0 && step_y > 0.0 && step_x <= 10.0 && step_y <= 10.0) {
        return Err("lies outside the Earth, or its cells have no size");
    }
    Ok(GridFrame { west, north, step_x, step_y, columns, rows })
}

fn numbers(decoded: DecodingResult) -> Option<Vec<f32>> {
    Some(match decoded {
        DecodingResult::F32(values) => values,
        DecodingResult::F64(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::U8(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::U16(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::U32(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::U64(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::I8(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::I16(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::I32(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::I64(values) => values.into_iter().map(|value| value as f32).collect(),
        _ => return None,
    })
}
