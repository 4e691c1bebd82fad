//! In which format a client gets its tiles: by `f`, else by `Accept`.

use crate::{asked::Asked, parameters::Parameters, problem::Problem, quality::preferences};
use axum::http::header;
use terrikon_tiles::TileFormat;

/// The media types by which a format is asked for; the first is that of the answer.
const fn media(format: TileFormat) -> [&'static str; 2] {
    match format {
        TileFormat::Mvt => [format.media(), "application/x-protobuf"],
        // The second one is what the specification of PMTiles calls it.
        TileFormat::Mlt => [format.media(), "application/vnd.maplibre-vector-tile"],
    }
}

/// The media types of tiles, the default first.
pub(crate) const MEDIA: [&str; 2] = [TileFormat::Mvt.media(), TileFormat::Mlt.media()];

/// Those that a client may name who takes nothing else.
pub(crate) const ACCEPTED: [&str; 3] = [MEDIA[0], MEDIA[1], media(TileFormat::Mlt)[1]];

/// The words of `f` for tiles.
pub(crate) const WORDS: [&str; 2] = [TileFormat::Mvt.as_str(), TileFormat::Mlt.as_str()];

/// The format of a tile. MapLibre Tiles go to those who name them: in `f`, or in `Accept` and no less than the others.
///
/// # Errors
/// A problem with what is accepted where `f` is another word.
pub(crate) fn format(asked: &Asked, known: &Parameters<'_>) -> Result<TileFormat, Problem> {
    known.format(&WORDS)?;
    if let Some(word) = known.get("f") {
        return Ok(word.parse().unwrap_or_default());
    }
    Ok(accepted(asked.header(&header::ACCEPT)))
}

fn accepted(header: &str) -> TileFormat {
    let wanted = preferences(header);
    let named = |format| {
        let named = wanted.iter().find(|wish| media(format).contains(&wish.value.as_str()));
        named.map(|wish| wish.weight)
    };
    let any = wanted.iter().find(|wish| wish.value.ends_with("/*")).map_or(0.0, |wish| wish.weight);
    let mlt = named(TileFormat::Mlt).unwrap_or_default();
    let chosen = match named(TileFormat::Mvt) {
        Some(mvt) => mlt > mvt,
        None => mlt > 0.0 && mlt >= any,
    };
    if chosen { TileFormat::Mlt } else { TileFormat::Mvt }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maplibre_tiles_go_to_those_who_name_them() {
        for (header, expected) in [
            ("", TileFormat::Mvt),
            ("*/*", TileFormat::Mvt),
            ("image/png", TileFormat::Mvt),
            ("application/vnd.maplibre-tile", TileFormat::Mlt),
            ("application/vnd.maplibre-vector-tile, */*;q=0.1", TileFormat::Mlt),
            ("application/vnd.maplibre-tile;q=0.5, */*", TileFormat::Mvt),
            ("application/vnd.maplibre-tile, application/vnd.mapbox-vector-tile", TileFormat::Mvt),
            ("application/vnd.maplibre-tile, application/vnd.mapbox-vector-tile;q=0.9", TileFormat::Mlt),
            ("application/vnd.maplibre-tile;q=0", TileFormat::Mvt),
        ] {
            assert_eq!(accepted(header), expected, "{header}");
        }
    }
}
