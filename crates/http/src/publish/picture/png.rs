//! The document as pixels.

use super::Request;
use resvg::{tiny_skia, usvg};

/// Why there are no pixels: never the fault of a request.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unpaintable {
    /// The document is none that can be drawn.
    #[error("the picture is no SVG")]
    Document(#[from] usvg::Error),
    /// Tiles that can't be read back.
    #[error("a tile of the picture can't be read")]
    Tile(#[from] terrikon_tiles::TileError),
    /// No memory for so many pixels.
    #[error("the picture has no size")]
    Size,
    /// The encoder failed.
    #[error("the picture can't be written")]
    Encoding(#[from] png::EncodingError),
}

/// A document as a PNG file without an alpha channel: nothing shows through.
pub(super) fn paint(document: &str, request: &Request) -> Result<Vec<u8>, Unpaintable> {
    let tree = usvg::Tree::from_str(document, &usvg::Options::default())?;
    let scale = u32::from(request.scale);
    let (width, height) = (u32::from(request.size.width) * scale, u32::from(request.size.height) * scale);
    let mut pixels = tiny_skia::Pixmap::new(width, height).ok_or(Unpaintable::Size)?;
    let transform = tiny_skia::Transform::from_scale(scale as f32, scale as f32);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    let opaque: Vec<u8> =
        pixels.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    encoder.write_header()?.write_image_data(&opaque)?;
    Ok(file)
}
