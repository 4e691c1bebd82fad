//! Which release is served: told by the database, and looked up now and then should the telling be lost.

use super::{Shared, connect::Reads, snapshot::PostgisSnapshot};
use sqlx::{
    Row as _,
    postgres::{PgListener, PgRow},
};
use std::{
    sync::{Arc, Weak},
    time::Duration,
};
use terrikon_core::ReleaseId;
use tokio::time::{MissedTickBehavior, interval};

/// The channel on which a publication is told.
const CHANNEL: &str = "terrikon_release";

/// How often it is looked up without being told. Behind pgbouncer nothing is ever told.
const LOOKS: Duration = Duration::from_secs(3);

/// Follows publications until the store is dropped.
pub(super) async fn follow(shared: Weak<Shared>, home: Reads) {
    let mut looks = interval(LOOKS);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut listener = None;
    loop {
        if listener.is_none() {
            listener = listen(&home).await;
        }
        match &mut listener {
            None => {
                looks.tick().await;
            }
            Some(listening) => tokio::select! {
                _ = looks.tick() => {}
                told = listening.recv() => if let Err(error) = told {
                    tracing::warn!(error = %error, "publications are not told any more; they are looked up");
                    listener = None;
                    looks.tick().await;
                },
            },
        }
        let Some(shared) = shared.upgrade() else { return };
        if let Err(error) = shared.refresh().await {
            tracing::warn!(error = %error, "the database does not say which release is served; the last known one is");
        }
    }
}

async fn listen(home: &Reads) -> Option<PgListener> {
    let mut listener = PgListener::connect_with(home.pool()).await.ok()?;
    listener.listen(CHANNEL).await.ok()?;
    Some(listener)
}

impl Shared {
    /// Looks which release is published, makes it ready, then serves it from now on. Who reads another one goes on with it.
    pub(super) async fn refresh(&self) -> Result<(), crate::StoreError> {
        let there = self.releases().await?;
        // One that was removed and written again has the same name, and stands elsewhere.
        for (id, snapshot) in &self.kept {
            if !there.iter().any(|release| release.serial == snapshot.serial) {
                self.kept.invalidate(&*id).await;
            }
        }
        let Some(Listed { id, serial, .. }) = there.into_iter().find(|release| release.current) else {
            return Ok(());
        };
        if self.current.load().as_ref().is_some_and(|current| current.serial == serial) {
            return Ok(());
        }
        let snapshot = match self.kept.get(&id).await {
            Some(kept) => kept,
            None => match PostgisSnapshot::load(&self.reads, &id).await? {
                Some(loaded) if loaded.serial == serial => Arc::new(loaded),
                // A replica may not have it yet: it is looked for again the next time.
                _ => return Ok(()),
            },
        };
        // The first readers shall not wait for what takes long to read.
        snapshot.warm().await?;
        tracing::info!(release = %id, "serving");
        self.kept.insert(id, Arc::clone(&snapshot)).await;
        self.current.store(Some(snapshot));
        Ok(())
    }

    /// All releases that are kept.
    async fn releases(&self) -> Result<Vec<Listed>, crate::StoreError> {
        let failed = |error| super::snapshot::refused("the published release", error);
        let asking = sqlx::query(
            "SELECT id, serial, current.release IS NOT NULL AS current FROM terrikon.releases LEFT JOIN terrikon.current ON current.release = serial",
        );
        let mut reading = self.home.begin().await.map_err(failed)?;
        let rows = asking.persistent(self.home.prepared).fetch_all(&mut *reading).await.map_err(failed)?;
        reading.commit().await.map_err(failed)?;
        rows.iter().filter_map(|row| listed(row).transpose()).collect::<sqlx::Result<_>>().map_err(failed)
    }
}

/// A release as the database lists it.
struct Listed {
    id: ReleaseId,
    serial: i32,
    /// Whether it is the published one.
    current: bool,
}

/// `None` where the id is none of ours.
fn listed(row: &PgRow) -> sqlx::Result<Option<Listed>> {
    let Some(id) = ReleaseId::parse(row.try_get("id")?) else { return Ok(None) };
    Ok(Some(Listed { id, serial: row.try_get("serial")?, current: row.try_get("current")? }))
}
