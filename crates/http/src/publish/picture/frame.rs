//! Which part of the world the map shows, and where in the picture.

use super::layout::Rect;
use geo::Coord;
use terrikon_core::Envelope;
use terrikon_tiles::{
    MAX_ZOOM, Window,
    mercator::{TILE_PX, latitude, metres, project},
};

/// The closest zoom: beyond the tiles, but no further than their units can be told apart.
const CLOSEST: f64 = 16.0;

/// A rectangle of the picture that shows a part of the unit square of Web Mercator.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Where the map is, in CSS pixels of the picture.
    pub(super) area: Rect,
    /// What its north-western corner shows.
    corner: Coord<f64>,
    /// The side of the world in CSS pixels.
    world_px: f64,
}

impl Frame {
    /// The largest map of a box of degrees that has `room` pixels around it. Where there is land or sea to spare on both sides,
    /// the box moves `lean` pixels to the right at most: the legend lies on the left.
    pub(super) fn fit(shown: Envelope, area: Rect, room: f64, lean: f64) -> Self {
        let (west_north, east_south) = (project(shown.west, shown.north), project(shown.east, shown.south));
        let middle = (west_north + east_south) / 2.0;
        let span = east_south - west_north;
        let scale = |room_px: f64, side: f64| (room_px.max(1.0)) / side.max(f64::EPSILON);
        let world_px = scale(area.width - 2.0 * room, span.x)
            .min(scale(area.height - 2.0 * room, span.y))
            .clamp(TILE_PX, TILE_PX * CLOSEST.exp2());
        let spare = (area.width - span.x * world_px) / 2.0 - room;
        let middle = middle - Coord { x: lean.min(spare).max(0.0) / world_px, y: 0.0 };
        let corner = middle - Coord { x: area.width, y: area.height } / (2.0 * world_px);
        Self { area, corner, world_px }
    }

    /// The zoom in the sense of the style.
    pub(super) fn zoom(&self) -> f64 {
        (self.world_px / TILE_PX).log2()
    }

    /// The zoom of the tiles that are fine enough.
    pub(super) fn tile_zoom(&self) -> u8 {
        (self.zoom() - 0.01).ceil().clamp(0.0, f64::from(MAX_ZOOM)) as u8
    }

    /// The zoom of the tiles of hotspots: what a reader can't open must not be shut more than needed, so clusters are those of
    /// about a symbol's width.
    pub(super) fn hotspot_zoom(&self) -> u8 {
        (self.zoom().round() + 1.0).clamp(0.0, f64::from(MAX_ZOOM)) as u8
    }

    /// What tiles must cover, with a margin in CSS pixels.
    pub(super) fn window(&self, zoom: u8, margin: f64) -> Window {
        let margin = margin / self.world_px;
        let [_, end] = self.corners();
        Window::new(zoom, [self.corner.x - margin, self.corner.y - margin], [end.x + margin, end.y + margin])
    }

    /// Where a place of the unit square lies in the picture.
    pub(super) fn place(&self, at: Coord<f64>) -> Coord<f64> {
        (at - self.corner) * self.world_px + Coord { x: self.area.x, y: self.area.y }
    }

    /// The north-western and the south-eastern corner of the map on the unit square.
    pub(super) fn corners(&self) -> [Coord<f64>; 2] {
        [self.corner, self.corner + Coord { x: self.area.width, y: self.area.height } / self.world_px]
    }

    /// The latitude in the middle of the map, in degrees.
    pub(super) fn latitude(&self) -> f64 {
        latitude(self.corner.y + self.area.height / (2.0 * self.world_px))
    }

    /// The CSS pixels that metres on the ground take at a latitude.
    pub(super) fn pixels(&self, length_m: f64, latitude: f64) -> f64 {
        metres(length_m, latitude) * self.world_px
    }

    /// How much longer a metre is drawn at the northern edge than at the southern one.
    pub(super) fn stretch(&self) -> f64 {
        let at = |y: f64| latitude(y).to_radians().cos();
        at(self.corner.y + self.area.height / self.world_px) / at(self.corner.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_shown_whole_and_as_large_as_it_can_be() {
        let area = Rect { x: 0.0, y: 80.0, width: 1200.0, height: 500.0 };
        let shown = Envelope { west: 70.0, south: 46.0, east: 76.0, north: 51.5 };
        let frame = Frame::fit(shown, area, 20.0, 0.0);
        let [top, bottom] =
            [[70.0, 51.5], [76.0, 46.0]].map(|corner| frame.place(project(corner[0], corner[1])));
        assert!((top.y - 100.0).abs() < 1e-6 && (bottom.y - 560.0).abs() < 1e-6, "{top:?} {bottom:?}");
        assert!((f64::midpoint(top.x, bottom.x) - 600.0).abs() < 1e-6);
    }

    #[test]
    fn a_metre_has_its_length_at_its_own_latitude() {
        let area = Rect { x: 0.0, y: 0.0, width: 600.0, height: 600.0 };
        let frame = Frame::fit(Envelope { west: 72.0, south: 49.0, east: 74.0, north: 51.0 }, area, 0.0, 0.0);
        // A degree of longitude at 50° N has 71,696 m on the ellipsoid, 71,555 m on the sphere of Web Mercator.
        let [a, b] = [[72.0, 50.0], [73.0, 50.0]].map(|place| frame.place(project(place[0], place[1])));
        assert!(((b.x - a.x) / frame.pixels(71_696.0, 50.0) - 1.0).abs() < 0.003);
    }
}
