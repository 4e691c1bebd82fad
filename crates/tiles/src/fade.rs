//! Bands that hide, step by step, what lies beyond the covered countries, so that the edge of the extract is
//! never seen.
//!
//! Band 1 begins nearest to the countries and the last one covers all that is further out; they lie on one
//! another, so that a style draws each with its own opacity. Distances are planar on the Mercator square:
//! cosmetics need no geodesy. Where the extract ends closer than the widest distance the bands are drawn
//! together, and all are closed before its edge.

use crate::{
    LayerName, MAX_ZOOM, MIN_ZOOM,
    clip::{Path, dissolve},
    encode::integer,
    mercator::{UNITS_PER_PX, latitude, metres, project_geometry, world_units},
    rows::DrawnRow,
    shape::{Drawn, Shape, Sheet, rings},
};
use geo::{
    BooleanOps as _, BoundingRect as _, Buffer as _, Centroid as _, Coord, Geometry, MapCoords as _,
    MultiPolygon, Polygon, Rect, Simplify as _, unary_union,
};
use std::sync::Arc;
use terrikon_core::{CollectionId, Release, Validity};

/// How many bands there are: enough for the steps to go unseen on open water.
pub const FADE_BANDS: u32 = 9;

/// Where the first and the last band begin, in kilometres beyond the countries.
const BEYOND_KM: [f64; 2] = [50.0, 300.0];

/// How far within the extract's edge the first and the last band begin at least, in kilometres.
const INSIDE_KM: [f64; 2] = [62.0, 6.0];

/// Never fade what is closer than this to a covered country, whatever the extract.
const CLEAR_KM: f64 = 8.0;

/// How coarse the outline may be for bands this wide: well below [`CLEAR_KM`].
const COARSE_KM: f64 = 2.0;

/// The zoom whose generalised outlines are fine enough for bands this wide.
const OUTLINE_ZOOM: u8 = 5;

/// What stays clear of each band, on the unit square; empty where no country is marked as covered.
#[derive(Debug, Default)]
pub(crate) struct Fade(Vec<MultiPolygon<f64>>);

impl Fade {
    pub(crate) fn new(outlines: &Outlines) -> Self {
        let Some(extract) = outlines.all.bounding_rect() else { return Self::default() };
        let covered = unary_union(&outlines.covered);
        // Lakes and enclaves within are not beyond.
        let covered = MultiPolygon(
            covered.into_iter().map(|area| Polygon::new(area.exterior().clone(), vec![])).collect(),
        );
        let Some(middle) = covered.centroid() else { return Self::default() };
        let km = metres(1_000.0, latitude(middle.y()));
        let covered = covered.simplify(COARSE_KM * km);
        let clear = covered.buffer(CLEAR_KM * km);
        Self(
            (0..FADE_BANDS)
                .map(|band| {
                    let [beyond, inside] = [BEYOND_KM, INSIDE_KM].map(|[first, last]| {
                        first + (last - first) * f64::from(band) / f64::from(FADE_BANDS - 1)
                    });
                    let kept =
                        covered.buffer(beyond * km).intersection(&inset(extract, inside * km).to_polygon());
                    kept.union(&clear).simplify(km)
                })
                .collect(),
        )
    }

    /// The bands of a zoom, nearest first.
    pub(crate) fn sheet(&self, zoom: u8) -> Sheet {
        let world = world_units(zoom);
        let everything = Rect::new(Coord { x: -0.1, y: -0.1 }, Coord { x: 1.1, y: 1.1 }).to_polygon();
        let bands = self.0.iter().enumerate().map(|(index, clear)| {
            let clear = clear.map_coords(|coord| coord * world).simplify(f64::from(UNITS_PER_PX) / 2.0);
            let mut all: Vec<Path> = rings(&everything.map_coords(|coord| coord * world));
            all.extend(clear.iter().flat_map(rings));
            Drawn {
                shape: Shape::Polygons(dissolve(&all)),
                attributes: Arc::new(vec![integer("band", index as i64 + 1)]),
                validity: Validity::ALWAYS,
            }
        });
        Sheet::new(bands.collect())
    }

    /// A row for each band and zoom.
    pub(crate) fn rows(&self) -> impl Iterator<Item = DrawnRow> + '_ {
        (MIN_ZOOM..=MAX_ZOOM)
            .flat_map(|zoom| self.sheet(zoom).rows(LayerName::Fade, zoom..=zoom).collect::<Vec<_>>())
    }
}

/// The outlines from which the bands are made, on the unit square.
#[derive(Debug)]
pub(crate) struct Outlines {
    covered: Vec<Polygon<f64>>,
    all: MultiPolygon<f64>,
}

impl Outlines {
    pub(crate) fn new(release: &Release) -> Self {
        let countries = release.collection(CollectionId::Countries);
        let world = world_units(OUTLINE_ZOOM);
        let (mut covered, mut all) = (Vec::new(), Vec::new());
        for country in &countries.features {
            let generalised = release.generalised.iter().find(|piece| {
                piece.layer == countries.id.as_str()
                    && piece.zoom == OUTLINE_ZOOM
                    && piece.feature == country.id
            });
            let outline = match (generalised, &country.geometry) {
                (Some(piece), _) => piece.geometry.map_coords(|coord| coord / world),
                (None, Some(geometry)) => project_geometry(geometry),
                (None, None) => continue,
            };
            let parts = match outline {
                Geometry::Polygon(polygon) => vec![polygon],
                Geometry::MultiPolygon(polygons) => polygons.0,
                _ => continue,
            };
            if country.number("covered") == Some(1.0) {
                covered.extend(parts.iter().cloned());
            }
            all.extend(parts);
        }
        Self { covered, all: MultiPolygon(all) }
    }
}

/// A box with a margin taken off; its middle where the margin is wider than the box.
fn inset(extract: Rect<f64>, margin: f64) -> Rect<f64> {
    let middle = extract.center();
    let shrink = |at: f64, middle: f64| {
        if at < middle { (at + margin).min(middle) } else { (at - margin).max(middle) }
    };
    Rect::new(
        Coord { x: shrink(extract.min().x, middle.x), y: shrink(extract.min().y, middle.y) },
        Coord { x: shrink(extract.max().x, middle.x), y: shrink(extract.max().y, middle.y) },
    )
}
