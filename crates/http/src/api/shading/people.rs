//! People within reach of the hotspots of each oblast. Counting takes long, so it is done once for all days that look the same.

use super::REACH;
use crate::{AppState, api::exposure, problem::Problem};
use moka::future::Cache;
use std::{collections::BTreeMap, sync::Arc};
use terrikon_core::{Date, ReleaseId, exposure::People};
use terrikon_store::{Snapshot, directory::Oblast};

/// How many answers are kept: days of change of some releases.
const KEPT: u64 = 16;

/// What is counted of an oblast.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reached {
    /// How many hotspots it has.
    pub(super) hotspots: usize,
    /// How many of them are known too vaguely to count for more than the upper end.
    pub(super) vague: usize,
    /// Everybody once.
    pub(super) people: People,
}

type ByOblast = Arc<BTreeMap<String, Reached>>;

/// The lately asked ones, by release and the first day that looks the same.
#[derive(Debug, Clone)]
pub(crate) struct PeopleCache(Cache<(ReleaseId, Date), ByOblast>);

impl Default for PeopleCache {
    fn default() -> Self {
        Self(Cache::new(KEPT))
    }
}

impl PeopleCache {
    /// From the cache, or counted now when it is this request's turn.
    pub(super) async fn get(
        &self,
        state: &AppState,
        snapshot: &Arc<dyn Snapshot>,
        oblasts: &[Oblast],
        date: Date,
    ) -> Result<ByOblast, Problem> {
        let key = (snapshot.release().clone(), snapshot.directory().epoch(date));
        let made = self.0.try_get_with(key, count(state, snapshot, oblasts, date)).await;
        made.map_err(|problem| (*problem).clone())
    }
}

async fn count(
    state: &AppState,
    snapshot: &Arc<dyn Snapshot>,
    oblasts: &[Oblast],
    date: Date,
) -> Result<ByOblast, Problem> {
    let surroundings = snapshot.surroundings().await?;
    let codes: Vec<String> = oblasts.iter().map(|oblast| oblast.code.clone()).collect();
    state
        .compute(move || {
            let counted = codes.into_iter().map(|code| {
                let together = exposure::within_reach(&surroundings, &code, REACH, date)?;
                let reached = Reached {
                    hotspots: together.places,
                    vague: together.left_out.len(),
                    people: together.people_union,
                };
                Ok((code, reached))
            });
            counted.collect::<Result<_, Problem>>().map(Arc::new)
        })
        .await?
}
