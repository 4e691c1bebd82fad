//! Who claims each face, before gaps are dealt with: territories by their order, cells by their lines, groups by the
//! largest share.

use std::collections::BTreeMap;

use crate::{
    Rules,
    faces::Arrangement,
    layer::{Legend, Role, Standing, Unit},
    regions::{Measures, Regions},
};

/// The labels of a face, as numbers of the legend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Owner {
    pub(crate) territory: u32,
    /// One place for each layer of all territories; `None` in the layers of other territories, and where a layer of
    /// this one has nothing.
    pub(crate) labels: Vec<Option<u32>>,
}

/// What is known of a face from the sources alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    Owned(Owner),
    /// Only a backdrop covers it: ground that must go to someone.
    Backdrop,
    Nobody,
}

/// The claim on every face.
pub(crate) fn settle(
    plane: &Arrangement,
    measures: &Measures,
    legend: &Legend,
    units: &[Unit],
    rules: &Rules,
) -> Vec<Claim> {
    let sources: Vec<_> = plane.windings.iter().map(|windings| sourced(windings, legend, units)).collect();
    let mut claims: Vec<_> = sources.iter().map(|labels| by_cells(labels, legend)).collect();
    for (number, layer) in legend.layers.iter().enumerate() {
        if layer.role == Role::Groups {
            let drawn: Vec<_> = sources.iter().map(|labels| labels[number]).collect();
            let layer = GroupLayer { number, territory: layer.territory, drawn: &drawn };
            assign_groups(plane, measures, rules, &layer, &mut claims);
        }
    }
    claims
}

/// The least label of each layer that covers a face.
pub(crate) fn sourced(windings: &[(u32, i32)], legend: &Legend, units: &[Unit]) -> Vec<Option<u32>> {
    let mut labels = vec![None; legend.layers.len()];
    for &(region, _) in windings.iter().rev() {
        let Unit { layer, label } = units[region as usize];
        labels[layer as usize] = Some(label);
    }
    labels
}

/// The first territory with a cell here. Its group layers are left empty.
fn by_cells(labels: &[Option<u32>], legend: &Legend) -> Claim {
    let mut backdrop = false;
    for (territory, described) in legend.territories.iter().enumerate() {
        let territory = territory as u32;
        let mut own = vec![None; labels.len()];
        for (number, layer) in legend.layers.iter().enumerate() {
            if layer.territory == territory && layer.role == Role::Cells {
                own[number] = labels[number];
            }
        }
        if own.iter().all(Option::is_none) {
            continue;
        }
        if described.standing == Standing::Backdrop {
            backdrop = true;
        } else {
            return Claim::Owned(Owner { territory, labels: own });
        }
    }
    if backdrop { Claim::Backdrop } else { Claim::Nobody }
}

/// A layer of groups over the arrangement.
struct GroupLayer<'a> {
    number: usize,
    territory: u32,
    /// The group that covers each face.
    drawn: &'a [Option<u32>],
}

/// Gives every cell its group: the one with the largest part of it, except for parts large enough to stand by
/// themselves.
fn assign_groups(
    plane: &Arrangement,
    measures: &Measures,
    rules: &Rules,
    layer: &GroupLayer<'_>,
    claims: &mut [Claim],
) {
    let drawn = layer.drawn;
    // The number of a face's cell. A cell divided by an earlier layer of groups counts as several.
    let mut numbers: BTreeMap<Vec<Option<u32>>, usize> = BTreeMap::new();
    let mut shares: Vec<BTreeMap<Option<u32>, f64>> = Vec::new();
    let cells: Vec<Option<usize>> = claims
        .iter()
        .enumerate()
        .map(|(face, claim)| {
            let Claim::Owned(owner) = claim else { return None };
            if owner.territory != layer.territory {
                return None;
            }
            let next = numbers.len();
            let number = *numbers.entry(owner.labels.clone()).or_insert(next);
            if number == shares.len() {
                shares.push(BTreeMap::new());
            }
            *shares[number].entry(drawn[face]).or_default() += measures.face_m2[face];
            Some(number)
        })
        .collect();
    let largest: Vec<Option<u32>> = shares.iter().map(largest_share).collect();
    let whole: Vec<f64> = shares.iter().map(|parts| parts.values().sum()).collect();

    let mut parts = Regions::group(plane, measures, |one, other| {
        let (one, other) = (one as usize, other as usize);
        cells[one] == cells[other] && drawn[one] == drawn[other]
    });
    for (face, claim) in claims.iter_mut().enumerate() {
        let (Claim::Owned(owner), Some(cell)) = (claim, cells[face]) else { continue };
        let part = parts.of(face as u32);
        let part = &parts.all[&part];
        let stands = drawn[face].is_some()
            && part.area_m2 > rules.straddle_area_m2
            && part.area_m2 > rules.straddle_share * whole[cell]
            && part.width_m() > rules.gap_width_m;
        owner.labels[layer.number] = if stands { drawn[face] } else { largest[cell] };
    }
}

/// The group with the most area; nothing only if nothing else is there. Of equals the first.
fn largest_share(parts: &BTreeMap<Option<u32>, f64>) -> Option<u32> {
    let mut best: Option<(u32, f64)> = None;
    for (&label, &area) in parts {
        if let Some(label) = label
            && best.is_none_or(|(_, most)| area > most)
        {
            best = Some((label, area));
        }
    }
    best.map(|(label, _)| label)
}
