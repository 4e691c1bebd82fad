//! People within reach of a hotspot at the radii of its page: what of the page takes long, and is kept.

use crate::{AppState, api::exposure, problem::Problem};
use moka::future::Cache;
use serde_json::Value;
use std::sync::Arc;
use terrikon_core::{Date, Lang, ReleaseId};
use terrikon_store::Snapshot;

/// The radii of the curve, metres.
const CURVE: [f64; 9] = [500.0, 1_000.0, 2_000.0, 3_000.0, 5_000.0, 7_000.0, 10_000.0, 15_000.0, 20_000.0];

/// Those of them that the table tells: the ones that the API answers where none is asked for.
pub(super) const TOLD: [f64; 5] = [1_000.0, 3_000.0, 5_000.0, 10_000.0, 20_000.0];

/// The one that stands for the others where there is space for one: on cards, in search results.
pub(super) const USUAL: f64 = 5_000.0;

/// How many reports are kept: the bundled hotspots in all languages.
const KEPT: u64 = 512;

/// The release, the hotspot, the first day that looks the same, and the language.
type Key = (ReleaseId, String, Date, Lang);

/// The lately asked ones.
#[derive(Debug, Clone)]
pub(crate) struct HotspotReaches(Cache<Key, Arc<Value>>);

impl Default for HotspotReaches {
    fn default() -> Self {
        Self(Cache::new(KEPT))
    }
}

impl HotspotReaches {
    /// The report as the API tells it: from the cache, or computed when it is this request's turn.
    pub(super) async fn get(
        &self,
        state: &AppState,
        snapshot: &Arc<dyn Snapshot>,
        id: &str,
        (date, lang): (Date, Lang),
    ) -> Result<Arc<Value>, Problem> {
        let key = (snapshot.release().clone(), id.to_owned(), snapshot.directory().epoch(date), lang);
        let made = self.0.try_get_with(key, async {
            let surroundings = snapshot.surroundings().await?;
            let (snapshot, id) = (Arc::clone(snapshot), id.to_owned());
            let report = state
                .compute(move || exposure::of_hotspot(snapshot, surroundings, (&id, &CURVE), (date, lang)))
                .await??;
            Ok::<_, Problem>(Arc::new(report))
        });
        made.await.map_err(|problem| (*problem).clone())
    }
}

/// The ring of a radius of a report.
pub(super) fn ring(report: &Value, radius: f64) -> Option<&Value> {
    report["rings"].as_array()?.iter().find(|ring| ring["radius_m"].as_f64() == Some(radius))
}
