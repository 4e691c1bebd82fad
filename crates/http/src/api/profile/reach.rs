//! What of a profile takes long: people within reach of the hotspots, and how the division changed. It is kept, as it is the same for
//! every day of a division.

use super::division::{self, Change};
use crate::{AppState, api::exposure, problem::Problem};
use moka::future::Cache;
use serde_json::Value;
use std::sync::Arc;
use terrikon_core::{Date, Lang, ReleaseId, geodesic::area};
use terrikon_store::{Snapshot, directory::Oblast};

/// How many answers are kept: all oblasts in all languages, and some of other days.
const KEPT: u64 = 256;

/// The release, the oblast, the first day that looks the same, and the language of the caveats.
type Key = (ReleaseId, String, Date, Lang);

/// What of a profile takes long.
#[derive(Debug)]
pub(super) struct Reach {
    /// Square metres on the ellipsoid; `None` where the oblast has no shape.
    pub(super) area_m2: Option<f64>,
    /// What the oblast was made of, and what it became.
    pub(super) change: Change,
    /// People within reach of its hotspots.
    pub(super) exposure: Value,
}

/// The lately asked ones.
#[derive(Debug, Clone)]
pub(crate) struct ReachCache(Cache<Key, Arc<Reach>>);

impl Default for ReachCache {
    fn default() -> Self {
        Self(Cache::new(KEPT))
    }
}

impl ReachCache {
    /// From the cache, or computed now when it is this request's turn.
    pub(super) async fn get(
        &self,
        state: &AppState,
        snapshot: &Arc<dyn Snapshot>,
        oblast: &Oblast,
        (date, lang): (Date, Lang),
    ) -> Result<Arc<Reach>, Problem> {
        let day = snapshot.directory().epoch(date);
        let key = (snapshot.release().clone(), oblast.code.clone(), day, lang);
        let made = self.0.try_get_with(key, compute(state, snapshot, oblast, (date, lang))).await;
        made.map_err(|problem| (*problem).clone())
    }
}

async fn compute(
    state: &AppState,
    snapshot: &Arc<dyn Snapshot>,
    oblast: &Oblast,
    asked: (Date, Lang),
) -> Result<Arc<Reach>, Problem> {
    let surroundings = snapshot.surroundings().await?;
    let (snapshot, oblast) = (Arc::clone(snapshot), oblast.clone());
    state
        .compute(move || {
            let shape = division::shape(&surroundings, &oblast);
            Ok(Arc::new(Reach {
                area_m2: shape.map(|shape| area(shape.shape())),
                change: division::change(&surroundings, &oblast),
                exposure: alone(exposure::of_oblast(
                    snapshot,
                    Arc::clone(&surroundings),
                    &oblast.code,
                    asked,
                )?),
            }))
        })
        .await?
}

/// The report without what a profile tells elsewhere: of which oblast it is, and which hotspots it has.
fn alone(mut report: Value) -> Value {
    let proximity = report["proximity"][0]["proximity"].take();
    if let Value::Object(members) = &mut report {
        members.retain(|name, _| name != "oblasts" && name != "hotspots");
        members.insert("proximity".to_owned(), proximity);
    }
    report
}
