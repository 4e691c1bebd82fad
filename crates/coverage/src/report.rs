//! How far the coverage departs from its sources.

use crate::{
    claims::Owner,
    faces::Arrangement,
    layer::{Legend, Role, Standing, Unit},
    regions::Measures,
};

/// What became of the sources. Areas are on the WGS 84 ellipsoid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Every unit of every layer, in the order of layers and labels. Backdrops are left out.
    pub units: Vec<UnitChange>,
    /// Area claimed by cells of two or more detailed territories, m²; the first has it.
    pub disputed_m2: f64,
    /// Area given to a detailed territory that no territory's cells claim, m²: gaps that were filled.
    pub filled_m2: f64,
}

/// How one unit's area changed.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitChange {
    /// The layer's name.
    pub layer: String,
    /// The unit's label.
    pub label: String,
    /// Area in the source, m².
    pub source_m2: f64,
    /// Part of it that the unit does not have in the coverage, m².
    pub lost_m2: f64,
    /// Area that it has in the coverage beyond its source, m².
    pub gained_m2: f64,
}

pub(crate) fn compare(
    plane: &Arrangement,
    measures: &Measures,
    legend: &Legend,
    units: &[Unit],
    owners: &[Option<Owner>],
) -> Report {
    let mut report = Report {
        units: units
            .iter()
            .map(|unit| {
                let layer = &legend.layers[unit.layer as usize];
                UnitChange {
                    layer: layer.name.clone(),
                    label: layer.labels[unit.label as usize].clone(),
                    source_m2: 0.0,
                    lost_m2: 0.0,
                    gained_m2: 0.0,
                }
            })
            .collect(),
        ..Report::default()
    };
    // Regions are numbered layer by layer, label by label.
    let mut first_region = vec![0; legend.layers.len()];
    for (region, unit) in units.iter().enumerate().rev() {
        first_region[unit.layer as usize] = region;
    }
    let standing = |territory: u32| legend.territories[territory as usize].standing;
    for ((windings, owner), &m2) in plane.windings.iter().zip(owners).zip(&measures.face_m2) {
        let has = |unit: &Unit| {
            owner.as_ref().is_some_and(|owner| owner.labels[unit.layer as usize] == Some(unit.label))
        };
        let mut claimants: Vec<u32> = Vec::new();
        for &(region, _) in windings {
            let unit = &units[region as usize];
            let change = &mut report.units[region as usize];
            change.source_m2 += m2;
            if !has(unit) {
                change.lost_m2 += m2;
            }
            let layer = &legend.layers[unit.layer as usize];
            if layer.role == Role::Cells && standing(layer.territory) != Standing::Backdrop {
                claimants.push(layer.territory);
            }
        }
        claimants.dedup();
        let detailed = claimants.iter().filter(|&&territory| standing(territory) == Standing::Detailed);
        if detailed.count() > 1 {
            report.disputed_m2 += m2;
        }
        let Some(owner) = owner else { continue };
        if claimants.is_empty() && standing(owner.territory) == Standing::Detailed {
            report.filled_m2 += m2;
        }
        for (layer, label) in owner.labels.iter().enumerate() {
            let Some(label) = label else { continue };
            let region = first_region[layer] + *label as usize;
            if windings.binary_search_by_key(&(region as u32), |&(region, _)| region).is_err() {
                report.units[region].gained_m2 += m2;
            }
        }
    }
    let mut kept =
        units.iter().map(|unit| standing(legend.layers[unit.layer as usize].territory) != Standing::Backdrop);
    report.units.retain(|_| kept.next().unwrap_or_default());
    report
}
