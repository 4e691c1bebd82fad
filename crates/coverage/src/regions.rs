//! Connected faces with the same state, and their absorption by neighbours: the bookkeeping of gaps and slivers.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    faces::{Arrangement, OUTSIDE},
    measure::{area_under_m2, length_m},
};

/// Disjoint sets of numbers; the least member stands for its set.
pub(crate) struct Sets(Vec<u32>);

impl Sets {
    pub(crate) fn singletons(count: usize) -> Self {
        Self((0..count as u32).collect())
    }

    pub(crate) fn find(&mut self, member: u32) -> u32 {
        let mut root = member;
        while self.0[root as usize] != root {
            self.0[root as usize] = self.0[self.0[root as usize] as usize];
            root = self.0[root as usize];
        }
        root
    }

    pub(crate) fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.find(one), self.find(other));
        self.0[one.max(other) as usize] = one.min(other);
    }
}

/// Measures of an arrangement in degrees.
pub(crate) struct Measures {
    /// Area of each face in m²; zero for the outside.
    pub(crate) face_m2: Vec<f64>,
    /// Length of each segment in metres.
    pub(crate) segment_m: Vec<f64>,
}

impl Measures {
    pub(crate) fn of(plane: &Arrangement) -> Self {
        let mut face_m2 = vec![0.0; plane.face_count];
        for (segment, &[left, right]) in plane.segments.iter().zip(&plane.sides) {
            let under = area_under_m2(segment.a, segment.b);
            face_m2[left as usize] += under;
            face_m2[right as usize] -= under;
        }
        face_m2[OUTSIDE as usize] = 0.0;
        Self { face_m2, segment_m: plane.segments.iter().map(|&s| length_m(s)).collect() }
    }
}

/// A connected set of faces.
#[derive(Clone, Debug, Default)]
pub(crate) struct Region {
    pub(crate) area_m2: f64,
    /// Length of the border with each neighbour in metres.
    pub(crate) borders_m: BTreeMap<u32, f64>,
}

impl Region {
    /// Width in metres of a strip with the region's area and perimeter, for long strips.
    pub(crate) fn width_m(&self) -> f64 {
        2.0 * self.area_m2 / self.borders_m.values().sum::<f64>()
    }
}

/// All regions of an arrangement, numbered by their least face.
pub(crate) struct Regions {
    sets: Sets,
    pub(crate) all: BTreeMap<u32, Region>,
}

impl Regions {
    /// Joins neighbouring faces for which `alike` holds.
    pub(crate) fn group(plane: &Arrangement, measures: &Measures, alike: impl Fn(u32, u32) -> bool) -> Self {
        let mut sets = Sets::singletons(plane.face_count);
        for &[left, right] in &plane.sides {
            if alike(left, right) {
                sets.join(left, right);
            }
        }
        let mut all: BTreeMap<u32, Region> = BTreeMap::new();
        for face in 0..plane.face_count as u32 {
            all.entry(sets.find(face)).or_default().area_m2 += measures.face_m2[face as usize];
        }
        for (&[left, right], &metres) in plane.sides.iter().zip(&measures.segment_m) {
            let (left, right) = (sets.find(left), sets.find(right));
            if left != right {
                for (one, other) in [(left, right), (right, left)] {
                    *all.entry(one).or_default().borders_m.entry(other).or_default() += metres;
                }
            }
        }
        Self { sets, all }
    }

    /// The region of a face.
    pub(crate) fn of(&mut self, face: u32) -> u32 {
        self.sets.find(face)
    }

    /// Lets neighbours absorb regions, the smallest first, until `taker` names none for any region left. `taker` is
    /// asked again whenever a region has grown.
    ///
    /// Returns which region each absorbed one became part of, in the order it happened.
    pub(crate) fn absorb(&mut self, taker: impl Fn(u32, &Self) -> Option<u32>) -> Vec<(u32, u32)> {
        let key = |region: &Region| region.area_m2.max(0.0).to_bits();
        let mut queue: BTreeSet<(u64, u32)> =
            self.all.iter().map(|(&at, region)| (key(region), at)).collect();
        let mut absorbed = Vec::new();
        while let Some((_, at)) = queue.pop_first() {
            let Some(taker) = taker(at, self) else { continue };
            let Some(gone) = self.all.remove(&at) else { continue };
            for (&neighbour, &metres) in &gone.borders_m {
                if let Some(region) = self.all.get_mut(&neighbour) {
                    region.borders_m.remove(&at);
                    if neighbour != taker {
                        *region.borders_m.entry(taker).or_default() += metres;
                    }
                }
            }
            if let Some(region) = self.all.get_mut(&taker) {
                queue.remove(&(key(region), taker));
                region.area_m2 += gone.area_m2;
                for (neighbour, metres) in gone.borders_m {
                    if neighbour != taker {
                        *region.borders_m.entry(neighbour).or_default() += metres;
                    }
                }
                queue.insert((key(region), taker));
            }
            absorbed.push((at, taker));
        }
        absorbed
    }
}
