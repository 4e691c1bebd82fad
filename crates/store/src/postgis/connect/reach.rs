//! Whether the database can be reached at all.
//!
//! The pool tries for as long as a read may wait. While nobody answers, requests would pile up behind each other until none has
//! a turn, not even those for tiles that are at hand. So one looks, and the others are turned away at once.

use sqlx::{ConnectOptions as _, Connection as _, PgPool};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::time::{sleep, timeout};

/// How long a look may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// The pause between two looks.
const PAUSE: Duration = Duration::from_millis(200);

/// What is known of it; a clone is the same.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach(Arc<Known>);

#[derive(Debug, Default)]
struct Known {
    lost: AtomicBool,
    /// Whether somebody looks already.
    looking: AtomicBool,
}

impl Reach {
    /// Whether nobody answered at the last look. Someone goes on looking then.
    pub(super) fn is_lost(&self) -> bool {
        self.0.lost.load(Ordering::Relaxed)
    }

    /// Looks in the background until the database answers.
    pub(super) fn look(&self, pool: &PgPool) {
        if self.0.looking.swap(true, Ordering::Relaxed) {
            return;
        }
        let (known, pool) = (Arc::clone(&self.0), pool.clone());
        tokio::spawn(async move {
            while !pool.is_closed() && !answers(&pool).await {
                known.lost.store(true, Ordering::Relaxed);
                sleep(PAUSE).await;
            }
            known.lost.store(false, Ordering::Relaxed);
            known.looking.store(false, Ordering::Relaxed);
        });
    }
}

/// Whether a new connection is answered, be it with a refusal: who has too many connections is there.
async fn answers(pool: &PgPool) -> bool {
    match timeout(PATIENCE, pool.connect_options().connect()).await {
        Ok(Ok(connection)) => {
            // That it is closed properly says nothing more.
            let _ = connection.close().await;
            true
        }
        Ok(Err(sqlx::Error::Database(refused))) => {
            // 57P03: it starts, stops or recovers.
            refused.code().is_none_or(|code| code != "57P03")
        }
        _ => false,
    }
}
