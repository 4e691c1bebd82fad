//! The rivers of a release, joined.

use super::{FlowError, graph::Graph, joints, piece::Piece, turn, water::Water};
use crate::{Feature, Lang};

/// What flows into what. Made once for a release; questions to it are pure.
#[derive(Debug)]
pub struct FlowNetwork {
    pub(super) rivers: Vec<String>,
    pub(super) graph: Graph,
    pub(super) waters: Vec<Water>,
    turned: Vec<usize>,
}

impl FlowNetwork {
    /// Joins the lines of rivers: features of `rivers` (LineString, MultiLineString; drawn downstream unless a river would flow against
    /// itself; property `rank`) and of `lakes` (Polygon, MultiPolygon; property `subkind`: `lake`, `reservoir` or `sea`).
    ///
    /// Features of other shapes, without length or area, or with a position that is not on the Earth are left out. Lines must not cross
    /// the antimeridian (RFC 7946 cuts them there).
    pub fn new<'a>(
        rivers: impl IntoIterator<Item = &'a Feature>,
        lakes: impl IntoIterator<Item = &'a Feature>,
    ) -> Self {
        let rivers: Vec<&Feature> = rivers.into_iter().collect();
        let mut pieces: Vec<Piece> =
            rivers.iter().enumerate().flat_map(|(river, feature)| Piece::of(feature, river)).collect();
        let turned = turn::turn(&mut pieces, |a, b| same(rivers[a], rivers[b]));
        let mut turned: Vec<usize> = turned.into_iter().map(|piece| pieces[piece].river).collect();
        turned.sort_unstable();
        Self {
            graph: joints::join(&pieces),
            waters: lakes.into_iter().filter_map(Water::of).collect(),
            rivers: rivers.into_iter().map(|feature| feature.id.clone()).collect(),
            turned,
        }
    }

    /// The rivers of which a line was drawn upstream and has been turned, once for each such line, in the order given to
    /// [`new`](Self::new).
    pub fn turned(&self) -> impl Iterator<Item = &str> {
        self.turned.iter().map(|&river| self.rivers[river].as_str())
    }

    /// The error of a position that has no river near it.
    pub(super) fn no_river(&self, position: geo::Coord, within_m: f64) -> FlowError {
        let nearest_m = self.graph.nearest(position, super::WITHIN).map(|spot| spot.foot.away);
        FlowError::NoRiver { within_m, nearest_m }
    }
}

/// Whether two features are one river: the same feature, or the same name in some language.
fn same(a: &Feature, b: &Feature) -> bool {
    let name = |lang: Lang| a.names.get(lang).is_some_and(|name| b.names.get(lang) == Some(name));
    a.id == b.id || Lang::ALL.into_iter().any(name)
}
