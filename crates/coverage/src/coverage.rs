//! The coverage: faces without gaps or overlaps, and the arcs between them.

use crate::{
    arcs::{self, Arc},
    claims::Owner,
    faces::Arrangement,
    grid::Grid,
    layer::Legend,
    regions::Sets,
};

/// A division of the plane into labelled faces. Every line between two faces exists once, as an [`Arc`], so that
/// neighbours share it vertex by vertex.
///
/// Invariant: arcs meet at their end points only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    pub(crate) grid: Grid,
    pub(crate) legend: Legend,
    pub(crate) arcs: Vec<Arc>,
    /// Owners by face number; nobody owns face 0, the unbounded outside, nor a hole that was left empty.
    pub(crate) faces: Vec<Option<Owner>>,
}

/// The labels of one face.
#[derive(Clone, Copy, Debug)]
pub struct FaceLabels<'a> {
    legend: &'a Legend,
    owner: &'a Owner,
}

impl<'a> FaceLabels<'a> {
    /// Name of the territory the face belongs to.
    #[must_use]
    pub fn territory(&self) -> &'a str {
        &self.legend.territories[self.owner.territory as usize].name
    }

    /// The face's label in a layer; `None` if it has none there, or no layer has that name.
    #[must_use]
    pub fn label(&self, layer: &str) -> Option<&'a str> {
        let number = self.legend.layers.iter().position(|known| known.name == layer)?;
        let label = self.owner.labels[number]?;
        Some(&self.legend.layers[number].labels[label as usize])
    }
}

impl Coverage {
    /// Drops the segments between equal owners. `owners` are by face of the arrangement.
    pub(crate) fn merge(grid: Grid, legend: Legend, plane: &Arrangement, owners: &[Option<Owner>]) -> Self {
        let pieces = plane.segments.iter().zip(&plane.sides);
        let pieces = pieces.map(|(s, &[left, right])| Arc { points: vec![s.a, s.b], left, right }).collect();
        Self::dissolved(grid, legend, pieces, owners)
    }

    /// Makes one face of neighbours with equal owners, and numbers faces anew.
    pub(crate) fn dissolved(grid: Grid, legend: Legend, pieces: Vec<Arc>, owners: &[Option<Owner>]) -> Self {
        let mut sets = Sets::singletons(owners.len());
        for piece in &pieces {
            if owners[piece.left as usize] == owners[piece.right as usize] {
                sets.join(piece.left, piece.right);
            }
        }
        let divided = pieces
            .into_iter()
            .map(|piece| Arc { left: sets.find(piece.left), right: sets.find(piece.right), ..piece })
            .filter(|piece| piece.left != piece.right);
        let mut arcs = arcs::join(divided.collect());
        // Numbered in the order in which arcs come to them, the outside first.
        let mut numbers = vec![None; owners.len()];
        numbers[0] = Some(0);
        let mut faces = vec![None];
        for arc in &mut arcs {
            for side in [&mut arc.left, &mut arc.right] {
                let number = &mut numbers[*side as usize];
                *side = *number.get_or_insert_with(|| {
                    faces.push(owners[*side as usize].clone());
                    faces.len() as u32 - 1
                });
            }
        }
        Self { grid, legend, arcs, faces }
    }

    /// The grid its points lie on.
    #[must_use]
    pub fn grid(&self) -> Grid {
        self.grid
    }

    /// The lines between faces.
    #[must_use]
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// Number of faces, counting the outside (number 0).
    #[must_use]
    pub fn face_count(&self) -> usize {
        self.faces.len()
    }

    /// Labels of a face by its number; `None` for the outside, a hole that was left empty, or no such face.
    #[must_use]
    pub fn labels(&self, face: u32) -> Option<FaceLabels<'_>> {
        let owner = self.faces.get(face as usize)?.as_ref()?;
        Some(FaceLabels { legend: &self.legend, owner })
    }

    /// Number of vertices, each arc's counted by themselves.
    #[must_use]
    pub fn vertex_count(&self) -> usize {
        self.arcs.iter().map(|arc| arc.points.len()).sum()
    }
}
