//! What is in a finished tile, told without decoding its features: the layers, each as its own bytes.

use crate::{LayerName, TileFormat};

/// Bytes that are no tile of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no tile of the format")]
pub struct NoTile;

/// A tile with some of the layers of another, in the order in which they are asked for: the bytes that would have been written for them
/// alone.
///
/// # Errors
/// [`NoTile`] where the bytes are no tile of the format.
pub fn only(tile: &[u8], format: TileFormat, layers: &[LayerName]) -> Result<Vec<u8>, NoTile> {
    let mut found: Vec<(&[u8], &[u8])> = Vec::new();
    let mut rest = tile;
    while !rest.is_empty() {
        let (name, length) = first(rest, format).ok_or(NoTile)?;
        let (layer, behind) = rest.split_at_checked(length).ok_or(NoTile)?;
        found.push((name, layer));
        rest = behind;
    }
    let asked = layers.iter().flat_map(|layer| {
        found.iter().filter(move |(name, _)| *name == layer.as_str().as_bytes()).map(|(_, bytes)| *bytes)
    });
    Ok(asked.collect::<Vec<_>>().concat())
}

/// The name of the first layer, and the length of all its bytes.
fn first(tile: &[u8], format: TileFormat) -> Option<(&[u8], usize)> {
    let mut bytes = Bytes { all: tile, at: 0 };
    match format {
        TileFormat::Mvt => {
            // Field 3 of a tile: a layer.
            if bytes.number()? != (3 << 3 | LENGTH) {
                return None;
            }
            let layer = bytes.counted()?;
            let mut fields = Bytes { all: layer, at: 0 };
            // Field 1 of a layer: its name.
            loop {
                let tag = fields.number()?;
                if tag == (1 << 3 | LENGTH) {
                    return Some((fields.counted()?, bytes.at));
                }
                fields.skip(tag)?;
            }
        }
        TileFormat::Mlt => {
            let mut layer = Bytes { all: bytes.counted()?, at: 0 };
            // The tag of the layer's format, then its name.
            layer.number()?;
            Some((layer.counted()?, bytes.at))
        }
    }
}

/// Wire type 2 of Protocol Buffers: bytes led by their length.
const LENGTH: u64 = 2;

/// Bytes that are read from their beginning.
struct Bytes<'a> {
    all: &'a [u8],
    at: usize,
}

impl<'a> Bytes<'a> {
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = *self.all.get(self.at)?;
            self.at += 1;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn taken(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(length)?;
        let taken = self.all.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    fn counted(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        self.taken(length)
    }

    fn skip(&mut self, tag: u64) -> Option<()> {
        match tag & 7 {
            0 => self.number().map(drop),
            1 => self.taken(8).map(drop),
            LENGTH => self.counted().map(drop),
            5 => self.taken(4).map(drop),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fast_mvt::{MvtCoord, MvtGeomType, MvtTileBuilder};

    fn tile(layers: &[LayerName]) -> Vec<u8> {
        let mut tile = MvtTileBuilder::new();
        for (index, layer) in (0..).zip(layers) {
            let layer = tile.layer(layer.as_str()).unwrap();
            let mut feature = layer.feature_of(MvtGeomType::Point);
            feature.points([MvtCoord { x: index, y: 7 }]).unwrap();
            tile = feature.end().end();
        }
        tile.encode()
    }

    #[test]
    fn layers_are_picked_in_the_asked_order_as_if_written_alone() {
        use LayerName::{Hotspots, Lakes, Rivers};
        let whole = tile(&[Hotspots, Rivers, Lakes]);
        let mvt = only(&whole, TileFormat::Mvt, &[Lakes, Hotspots]).unwrap();
        assert_eq!(only(&mvt, TileFormat::Mvt, &[Hotspots, Rivers]).unwrap(), tile(&[Hotspots]));
        assert_eq!(only(&whole, TileFormat::Mvt, &[Hotspots, Rivers, Lakes]).unwrap(), whole);
        assert_eq!(only(&whole, TileFormat::Mvt, &[LayerName::Zones]).unwrap(), Vec::<u8>::new());
        let mlt = TileFormat::Mlt.of_mvt(&whole).unwrap();
        assert_eq!(
            only(&mlt, TileFormat::Mlt, &[Lakes, Hotspots]).unwrap(),
            TileFormat::Mlt.of_mvt(&mvt).unwrap()
        );
    }

    #[test]
    fn what_is_cut_off_or_foreign_is_refused() {
        let whole = tile(&[LayerName::Hotspots]);
        for format in TileFormat::ALL {
            let bytes = format.of_mvt(&whole).unwrap();
            for end in 1..bytes.len() {
                assert_eq!(
                    only(&bytes[..end], format, &[LayerName::Hotspots]),
                    Err(NoTile),
                    "{format} {end}"
                );
            }
        }
        assert_eq!(only(b"\x1f\x8b\x08\x00", TileFormat::Mvt, &[]), Err(NoTile));
    }
}
