//! Who gets the ground that nobody owns, and the slivers that somebody owns by mistake.

use crate::{
    Rules,
    claims::{Claim, Owner},
    faces::{Arrangement, OUTSIDE},
    layer::{Legend, Standing},
    regions::{Measures, Regions},
};

/// The final owner of every face; `None` is the outside.
pub(crate) fn fill(
    plane: &Arrangement,
    measures: &Measures,
    legend: &Legend,
    claims: &[Claim],
    rules: &Rules,
) -> Vec<Option<Owner>> {
    let mut regions =
        Regions::group(plane, measures, |one, other| claims[one as usize] == claims[other as usize]);
    let ground = Ground { claims, legend, rules };
    let mut taken = regions.absorb(|at, regions| ground.sliver_taker(at, regions));
    taken.extend(regions.absorb(|at, regions| ground.gap_taker(at, regions)));

    // Later absorptions first, so that an earlier one sees where its taker ended up.
    let mut heirs: Vec<u32> = (0..plane.face_count as u32).collect();
    for &(gone, taker) in taken.iter().rev() {
        heirs[gone as usize] = heirs[taker as usize];
    }
    (0..plane.face_count as u32)
        .map(|face| match &claims[heirs[regions.of(face) as usize] as usize] {
            Claim::Owned(owner) => Some(owner.clone()),
            Claim::Backdrop | Claim::Nobody => None,
        })
        .collect()
}

struct Ground<'a> {
    claims: &'a [Claim],
    legend: &'a Legend,
    rules: &'a Rules,
}

impl Ground<'_> {
    fn owner(&self, region: u32) -> Option<&Owner> {
        match &self.claims[region as usize] {
            Claim::Owned(owner) => Some(owner),
            Claim::Backdrop | Claim::Nobody => None,
        }
    }

    fn standing(&self, region: u32) -> Option<Standing> {
        self.owner(region).map(|owner| self.legend.territories[owner.territory as usize].standing)
    }

    /// A strip too thin to be meant goes to the neighbour with the longest common border. A detailed territory's own
    /// strip stays in a detailed territory: else it is an island, and kept.
    fn sliver_taker(&self, at: u32, regions: &Regions) -> Option<u32> {
        let region = &regions.all[&at];
        if at == OUTSIDE
            || region.area_m2 > self.rules.gap_area_m2
            || region.width_m() > self.rules.gap_width_m
        {
            return None;
        }
        let detailed = self.standing(at) == Some(Standing::Detailed);
        self.longest(at, regions, |other| {
            self.standing(other).is_some_and(|standing| !detailed || standing == Standing::Detailed)
        })
    }

    /// What nobody owns: between two detailed territories their common gap; beside a coarse one that one's mistake, if
    /// a backdrop says that it is not truly empty or it is small. All else is left as it is: an island in a coarse sea,
    /// an enclave of a country that no layer has.
    fn gap_taker(&self, at: u32, regions: &Regions) -> Option<u32> {
        if at == OUTSIDE || self.owner(at).is_some() {
            return None;
        }
        let mut context_m = 0.0;
        let mut detailed_m = vec![0.0; self.legend.territories.len()];
        for (&neighbour, &metres) in &regions.all[&at].borders_m {
            match (self.owner(neighbour), self.standing(neighbour)) {
                (Some(owner), Some(Standing::Detailed)) => detailed_m[owner.territory as usize] += metres,
                (Some(_), _) => context_m += metres,
                (None, _) => {}
            }
        }
        if detailed_m.iter().filter(|&&metres| metres > context_m).count() >= 2 {
            return self.longest(at, regions, |other| self.standing(other) == Some(Standing::Detailed));
        }
        let small = regions.all[&at].area_m2 <= self.rules.gap_area_m2;
        let beside_both = context_m > 0.0 && detailed_m.iter().any(|&metres| metres > 0.0);
        if self.claims[at as usize] == Claim::Backdrop || (small && beside_both) {
            return self.longest(at, regions, |other| self.standing(other) == Some(Standing::Context));
        }
        None
    }

    /// The neighbour with the longest common border among those that may be chosen; of equals the least.
    fn longest(&self, at: u32, regions: &Regions, may_take: impl Fn(u32) -> bool) -> Option<u32> {
        let mut best: Option<(u32, f64)> = None;
        for (&neighbour, &metres) in &regions.all[&at].borders_m {
            if may_take(neighbour) && best.is_none_or(|(_, most)| metres > most) {
                best = Some((neighbour, metres));
            }
        }
        best.map(|(neighbour, _)| neighbour)
    }
}
