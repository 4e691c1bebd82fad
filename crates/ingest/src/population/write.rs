//! A grid as a GeoTIFF: the open form in which `fixtures/` keeps it.

use std::{fs::File, io::BufWriter, path::Path};
use terrikon_core::population::PopulationGrid;
use tiff::{
    TiffError,
    encoder::{Compression, TiffEncoder, colortype::Gray32Float, compression::DeflateLevel},
    tags::Tag,
};

/// Rows in a strip: few enough for readers that want a part, enough to compress well.
const STRIP: u32 = 64;

/// Writes the values of a grid, people in a cell or per km² as they were read; cells without data are "not a number".
///
/// # Errors
/// Where the file can't be written.
pub fn write(path: &Path, grid: &PopulationGrid) -> Result<(), TiffError> {
    let frame = grid.frame();
    let mut tiff = TiffEncoder::new(BufWriter::new(File::create(path)?))?
        .with_compression(Compression::Deflate(DeflateLevel::Best));
    let mut image = tiff.new_image::<Gray32Float>(frame.columns, frame.rows)?;
    image.rows_per_strip(STRIP)?;
    let tags = image.encoder();
    tags.write_tag(Tag::ModelPixelScaleTag, &[frame.step_x, frame.step_y, 0.0][..])?;
    tags.write_tag(Tag::ModelTiepointTag, &[0.0, 0.0, 0.0, frame.west, frame.north, 0.0][..])?;
    // One version, three keys: geographic, a value stands for its whole cell, WGS84.
    let keys: [u16; 16] = [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326];
    tags.write_tag(Tag::GeoKeyDirectoryTag, &keys[..])?;
    tags.write_tag(Tag::GdalNodata, "nan")?;
    let values: Vec<f32> = (0..frame.rows).flat_map(|row| grid.row(row)).collect();
    image.write_data(&values)
}
