//! GeoTIFF: a population raster in EPSG:4326, north up. The first image of the file is read.

use std::{fs::File, io::BufReader, path::Path};

use terrikon_core::population::{GridFrame, GridHeader, Measure, PopulationError, PopulationGrid};
use tiff::{
    ColorType, TiffError,
    decoder::{Decoder, DecodingResult},
    tags::Tag,
};

use super::{MAX_BYTES, georeference};
use crate::fault::Fault;

/// GDAL's own metadata, XML.
const GDAL_METADATA: u16 = 42112;

/// What a raster does not say of itself.
#[derive(Debug, Clone)]
pub struct About {
    /// A slug for the grid, such as `worldpop-2020`.
    pub id: String,
    /// Id of the source in the release.
    pub source: String,
    /// The year for which people are counted.
    pub year: i16,
    /// What the values are.
    pub measure: Measure,
}

/// Reads a raster of one band: strips or tiles, not compressed or with deflate or LZW, integers or floats of 8 to 64 bits.
///
/// # Errors
/// One fault: the file is missing, too large, broken, not in EPSG:4326, turned, or has values that cannot be a population.
pub fn read_population(folder: &Path, file: &str, about: About) -> Result<PopulationGrid, Fault> {
    let missing =
        |error: std::io::Error| Fault::of_file("no-such-file", file, format!("can't be read: {error}"));
    let opened = File::open(folder.join(file)).map_err(missing)?;
    let size = opened.metadata().map_err(missing)?.len();
    if size > MAX_BYTES {
        return Err(Fault::of_file(
            "too-large",
            file,
            format!("has {size} bytes; at most {MAX_BYTES} are read"),
        ));
    }
    let mut image = Decoder::new(BufReader::new(opened)).map_err(|error| broken(file, &error))?;
    let header = header(&mut image, file, about)?;
    header.check().map_err(|error| refused(file, &error))?;
    let nodata = nodata(&mut image, file)?;
    no_scale(&mut image, file)?;
    let mut bands = Bands { image, columns: header.frame.columns as usize, next: 0, fault: None };
    let rows = header.frame.rows as usize;
    let bands_of_rows = std::iter::from_fn(|| bands.next());
    let built = PopulationGrid::build(header, bands_of_rows.flatten().take(rows), nodata);
    match bands.fault {
        Some(error) => Err(broken(file, &error)),
        None => built.map_err(|error| refused(file, &error)),
    }
}

fn header(image: &mut Decoder<BufReader<File>>, file: &str, about: About) -> Result<GridHeader, Fault> {
    let colour = image.colortype().map_err(|error| broken(file, &error))?;
    if !matches!(colour, ColorType::Gray(_)) {
        return Err(Fault::of_file("not-one-band", file, "expected one band of numbers")
            .value("colour", format!("{colour:?}"))
            .hint("gdal_translate -b 1 takes the first band out"));
    }
    let (columns, rows) = image.dimensions().map_err(|error| broken(file, &error))?;
    let place = georeference::of(image, file)?;
    let frame = GridFrame {
        west: place.west,
        north: place.north,
        step_x: place.step_x,
        step_y: place.step_y,
        columns,
        rows,
    };
    Ok(GridHeader { id: about.id, source: about.source, year: about.year, measure: about.measure, frame })
}

/// GDAL writes the value for "no data" as text.
fn nodata(image: &mut Decoder<BufReader<File>>, file: &str) -> Result<Option<f64>, Fault> {
    let Some(value) = image.find_tag(Tag::GdalNodata).map_err(|error| broken(file, &error))? else {
        return Ok(None);
    };
    let text = value.into_string().map_err(|error| broken(file, &error))?;
    let number = text.trim_matches(['\0', ' ']);
    number.parse().map(Some).map_err(|_| {
        Fault::of_file("bad-number", file, "expected a number that stands for \"no data\"")
            .value("GDAL_NODATA", number)
    })
}

/// Values that are stored as others would be wrong people.
fn no_scale(image: &mut Decoder<BufReader<File>>, file: &str) -> Result<(), Fault> {
    let tag = Tag::from_u16_exhaustive(GDAL_METADATA);
    let Some(value) = image.find_tag(tag).map_err(|error| broken(file, &error))? else { return Ok(()) };
    let text = value.into_string().map_err(|error| broken(file, &error))?;
    if text.contains("role=\"scale\"") || text.contains("role=\"offset\"") {
        return Err(Fault::of_file(
            "scaled-values",
            file,
            "expected values as they are, without scale or offset",
        )
        .hint("gdal_translate -unscale -ot Float32 writes them out"));
    }
    Ok(())
}

/// Rows of the strips or tiles that lie side by side, one lot after the other.
struct Bands {
    image: Decoder<BufReader<File>>,
    columns: usize,
    next: u32,
    fault: Option<TiffError>,
}

impl Bands {
    fn next(&mut self) -> Option<Vec<Vec<f32>>> {
        self.read().unwrap_or_else(|error| {
            self.fault = Some(error);
            None
        })
    }

    fn read(&mut self) -> Result<Option<Vec<Vec<f32>>>, TiffError> {
        let (_, height) = self.image.dimensions()?;
        let (width, chunk_height) = self.image.chunk_dimensions();
        let across = self.columns.div_ceil(width.max(1) as usize) as u32;
        if self.next / across.max(1) >= height.div_ceil(chunk_height.max(1)) {
            return Ok(None);
        }
        let mut rows: Vec<Vec<f32>> = Vec::new();
        for chunk in self.next..self.next + across {
            let (width, height) = self.image.chunk_data_dimensions(chunk);
            let values = values(self.image.read_chunk(chunk)?);
            rows.resize_with(height as usize, || Vec::with_capacity(self.columns));
            for (row, values) in rows.iter_mut().zip(values.chunks(width.max(1) as usize)) {
                row.extend(values);
            }
        }
        self.next += across;
        Ok(Some(rows))
    }
}

/// Numbers of any kind as single floats: they hold people to 6e-8 of their number.
fn values(read: DecodingResult) -> Vec<f32> {
    match read {
        DecodingResult::U8(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::U16(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::U32(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::U64(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::I8(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::I16(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::I32(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::I64(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::F16(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::F32(values) => values,
        DecodingResult::F64(values) => values.into_iter().map(|value| value as f32).collect(),
    }
}

pub(super) fn broken(file: &str, error: &TiffError) -> Fault {
    Fault::of_file("broken-file", file, format!("is no TIFF that can be read: {error}"))
        .hint("gdal_translate -co COMPRESS=DEFLATE writes one that can")
}

fn refused(file: &str, error: &PopulationError) -> Fault {
    let rule = match error {
        PopulationError::Value { .. } => "bad-number",
        PopulationError::TooLarge { .. } => "too-large",
        _ => "bad-raster",
    };
    let fault = Fault::of_file(rule, file, error.to_string());
    match error {
        PopulationError::Value { row, column, value } => fault
            .at(*row as usize + 1, None)
            .value(&format!("column {}", column + 1), value.to_string())
            .hint("gdal_edit.py -a_nodata VALUE declares which value stands for \"no data\""),
        _ => fault,
    }
}
