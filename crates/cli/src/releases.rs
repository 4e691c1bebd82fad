//! `terrikon releases`: what is kept in a database, and which of it is served.

use crate::store::StorePlace;
use clap::{Args, Subcommand};
use std::{
    error::Error,
    io::{self, Write as _},
};
use terrikon_core::diff::{FeatureChange, ReleaseDiff};
use terrikon_store::postgis::{Releases as Kept, releases};

/// Lists, compares, publishes and removes the releases of a database.
#[derive(Debug, Args)]
pub(crate) struct Releases {
    #[command(subcommand)]
    action: Action,
    /// The database, a postgres:// URL.
    #[arg(long, env = "TERRIKON_STORE", hide_env_values = true, global = true)]
    store: Option<StorePlace>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Shows what is kept, the last written first; brings the schema up to date.
    List,
    /// Shows what changed from one release to another, row by row.
    Diff {
        /// The older release.
        from: String,
        /// The newer release.
        to: String,
        /// As JSON instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// Serves a release from now on; servers switch within seconds, without a restart.
    Publish {
        /// The release.
        release: String,
    },
    /// Serves the release that was served before this one.
    Rollback,
    /// Removes old releases. The one that is served and the one before it stay.
    Prune {
        /// How many are kept beside the one that is served.
        #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
        keep: u32,
        /// Only say what would be removed.
        #[arg(long)]
        dry_run: bool,
    },
}

impl Releases {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        let Some(StorePlace::Database(url)) = &self.store else {
            return Err(
                "a file holds one release: name a database that holds several, --store postgres://…".into()
            );
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let mut kept = Kept::open(url).await?;
            match &self.action {
                Action::List => list(&kept.list().await?)?,
                Action::Diff { from, to, json } => {
                    let (from, to) = (kept.read(from).await?, kept.read(to).await?);
                    let diff = ReleaseDiff::between(&from, &to);
                    if *json {
                        writeln!(io::stdout(), "{}", serde_json::to_string_pretty(&diff)?)?;
                    } else {
                        tell(&diff)?;
                    }
                }
                Action::Publish { release } => {
                    kept.publish(release).await?;
                    tracing::info!("{release} is served from now on");
                }
                Action::Rollback => {
                    let release = kept.roll_back().await?;
                    tracing::info!("{release} is served again");
                }
                Action::Prune { keep, dry_run } => prune(&mut kept, *keep, *dry_run).await?,
            }
            Ok(())
        })
    }
}

fn list(kept: &[releases::Kept]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "release\twritten\tby\tprogram\thotspots\tlast published\t")?;
    for release in kept {
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}",
            release.id,
            release.written_at,
            release.written_by,
            release.program,
            release.hotspots,
            release.published_at.as_deref().unwrap_or("never"),
            if release.current { "served now" } else { "" },
        )?;
    }
    Ok(())
}

/// Removes all but the one that is served, the one before it, and the `keep` others that were published last, or else written
/// last: an editor may be about to publish the newest.
async fn prune(kept: &mut Kept, keep: u32, dry_run: bool) -> Result<(), Box<dyn Error>> {
    let mut others: Vec<_> = kept.list().await?.into_iter().filter(|release| !release.current).collect();
    others.sort_by(|one, other| other.last_use.cmp(&one.last_use));
    for release in others.iter().skip(keep as usize).filter(|release| !release.before) {
        if dry_run {
            tracing::info!("{} would be removed", release.id);
        } else {
            kept.remove(release.id.as_str()).await?;
            tracing::info!("{} is removed", release.id);
        }
    }
    Ok(())
}

fn tell(diff: &ReleaseDiff) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{} to {}", diff.from, diff.to)?;
    for collection in diff.collections.iter().filter(|collection| !collection.is_empty()) {
        let name = collection.collection;
        writeln!(
            out,
            "{name}: {} added, {} removed, {} changed",
            collection.added.len(),
            collection.removed.len(),
            collection.changed.len()
        )?;
        collection.added.iter().try_for_each(|id| writeln!(out, "+ {name} {id}"))?;
        collection.removed.iter().try_for_each(|id| writeln!(out, "- {name} {id}"))?;
        for FeatureChange { id, fields } in &collection.changed {
            for change in fields {
                writeln!(out, "~ {name} {id} {}: {} -> {}", change.field, change.before, change.after)?;
            }
        }
    }
    for (what, changes) in [("claims", &diff.claims), ("sources", &diff.sources)] {
        changes.added.iter().try_for_each(|id| writeln!(out, "+ {what} {id}"))?;
        changes.removed.iter().try_for_each(|id| writeln!(out, "- {what} {id}"))?;
        changes.changed.iter().try_for_each(|id| writeln!(out, "~ {what} {id}"))?;
    }
    diff.population.iter().try_for_each(|id| writeln!(out, "~ population {id}"))?;
    if diff.generalised {
        writeln!(out, "~ shapes for tiles")?;
    }
    if diff.is_empty() {
        writeln!(out, "nothing changed")?;
    }
    Ok(())
}
