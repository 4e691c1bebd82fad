//! What a coverage is made from: territories, each with its layers of labelled polygons.

use geo_types::{LineString, MultiPolygon};

use crate::{
    error::Error,
    grid::{Grid, Point, doubled_area},
    noding::Strand,
};

/// A labelled area, in degrees of longitude and latitude (WGS 84).
///
/// Its interior is where its rings' winding number is not zero, exterior rings counted anticlockwise and holes
/// clockwise whichever way they are given: a ring that crosses itself or a doubled part does no harm.
#[derive(Clone, Debug)]
pub struct Feature {
    /// What identifies the unit. Features of a layer with the same label are one unit.
    pub label: String,
    /// The unit's area.
    pub geometry: MultiPolygon<f64>,
}

/// What the lines of a layer are good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Its lines divide the territory into cells and are kept.
    Cells,
    /// Its units are groups of cells. A cell belongs to the group with the largest part of it, so that two drawings of
    /// one line never make a sliver; only a cell that truly straddles groups is divided (see
    /// [`Rules`](crate::Rules)).
    Groups,
}

/// Labelled polygons of one kind. The order of features does not matter: where two overlap, the lesser label wins.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Unique over all territories.
    pub name: String,
    /// What its lines are good for.
    pub role: Role,
    /// Its units.
    pub features: Vec<Feature>,
}

/// How far a territory's outline is to be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Drawn in detail: the map's subject.
    Detailed,
    /// Drawn coarsely around the subject: a gap between the two is the coarse side's mistake and becomes its ground.
    Context,
    /// Owns no ground, but what it covers must not stay empty: a coarse outline of a detailed territory shows where
    /// its neighbours have to be stretched.
    Backdrop,
}

/// Layers that share an outline, such as the raions and oblasts of a country.
#[derive(Clone, Debug)]
pub struct Territory {
    /// What [`FaceLabels::territory`](crate::FaceLabels::territory) says.
    pub name: String,
    /// How far its outline is to be trusted.
    pub standing: Standing,
    /// Its ground is what any layer of [`Role::Cells`] covers.
    pub layers: Vec<Layer>,
}

/// Names of territories, layers and labels: what the numbers in faces stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Legend {
    pub(crate) territories: Vec<TerritoryLegend>,
    pub(crate) layers: Vec<LayerLegend>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TerritoryLegend {
    pub(crate) name: String,
    pub(crate) standing: Standing,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LayerLegend {
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) territory: u32,
    /// Sorted.
    pub(crate) labels: Vec<String>,
}

/// Which label of which layer: a region of the arrangement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) layer: u32,
    pub(crate) label: u32,
}

/// Outlines of all features as strands, with the unit that each region number stands for.
pub(crate) struct Outlines {
    pub(crate) legend: Legend,
    /// By region; regions of one layer are in the order of their labels.
    pub(crate) units: Vec<Unit>,
    pub(crate) strands: Vec<Strand>,
}

impl Outlines {
    pub(crate) fn of(territories: &[Territory]) -> Result<Self, Error> {
        let mut outlines = Self {
            legend: Legend { territories: Vec::new(), layers: Vec::new() },
            units: Vec::new(),
            strands: Vec::new(),
        };
        for (at, territory) in territories.iter().enumerate() {
            outlines
                .legend
                .territories
                .push(TerritoryLegend { name: territory.name.clone(), standing: territory.standing });
            for layer in &territory.layers {
                outlines.add_layer(at as u32, layer)?;
            }
        }
        Ok(outlines)
    }

    fn add_layer(&mut self, territory: u32, layer: &Layer) -> Result<(), Error> {
        if self.legend.layers.iter().any(|known| known.name == layer.name) {
            return Err(Error::DuplicateLayer { name: layer.name.clone() });
        }
        let mut labels: Vec<_> = layer.features.iter().map(|feature| feature.label.clone()).collect();
        labels.sort_unstable();
        labels.dedup();
        let first_region = self.units.len() as u32;
        let number = self.legend.layers.len() as u32;
        self.units.extend((0..labels.len() as u32).map(|label| Unit { layer: number, label }));
        for feature in &layer.features {
            let label = labels.partition_point(|label| *label < feature.label) as u32;
            for polygon in &feature.geometry {
                self.add_ring(layer, feature, first_region + label, polygon.exterior(), true)?;
                for hole in polygon.interiors() {
                    self.add_ring(layer, feature, first_region + label, hole, false)?;
                }
            }
        }
        let legend = LayerLegend { name: layer.name.clone(), role: layer.role, territory, labels };
        self.legend.layers.push(legend);
        Ok(())
    }

    fn add_ring(
        &mut self,
        layer: &Layer,
        feature: &Feature,
        region: u32,
        ring: &LineString<f64>,
        exterior: bool,
    ) -> Result<(), Error> {
        let mut points: Vec<Point> = Vec::with_capacity(ring.0.len());
        for &vertex in &ring.0 {
            let point = Grid::Degrees.snap(vertex).ok_or_else(|| Error::Vertex {
                layer: layer.name.clone(),
                label: feature.label.clone(),
                x: vertex.x,
                y: vertex.y,
            })?;
            points.push(point);
        }
        if (doubled_area(points.iter().copied()) > 0) != exterior {
            points.reverse();
        }
        let closed = points.iter().zip(points.iter().cycle().skip(1));
        self.strands.extend(closed.filter_map(|(&from, &to)| Strand::along(from, to, region)));
        Ok(())
    }
}
