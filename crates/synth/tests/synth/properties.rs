//! What holds of every recipe.

use crate::{hotspots, made, places::assert_in_its_oblasts, zones};
use proptest::prelude::*;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_recipe_gives_its_number_each_in_its_oblasts(hotspots_asked in 0usize..120, seed: u64) {
        let made = made(hotspots_asked, seed);
        prop_assert_eq!(hotspots(&made).len(), hotspots_asked);
        prop_assert_eq!(zones(&made).len(), hotspots_asked.div_ceil(50));
        let ids: BTreeSet<_> = hotspots(&made).iter().map(|hotspot| &hotspot.id).collect();
        prop_assert_eq!(ids.len(), hotspots_asked);
        prop_assert!(made.claims.len() <= hotspots_asked);
        assert_in_its_oblasts(&made);
    }

    #[test]
    fn a_further_hotspot_changes_none_before_it(count in 1usize..60, more in 1usize..60, seed: u64) {
        let (small, large) = (made(count, seed), made(count + more, seed));
        prop_assert_eq!(hotspots(&small), &hotspots(&large)[..count]);
        prop_assert_ne!(small.id, large.id);
    }
}
