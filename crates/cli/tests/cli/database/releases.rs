//! Releases to write, made once for all tests.

use super::cluster::{Cluster, Database};
use crate::{fixture, terrikon, text};
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::LazyLock,
};
use terrikon_core::{Release, Source};
use terrikon_store::embedded::gpkg;

/// Where their files lie: a folder that goes with the cluster.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Cluster::shared().files();
    gpkg::write(&folder.join("base.gpkg"), &base()).unwrap();
    folder
});

/// The release of other tests, with every source that it names: a database insists on them.
pub(super) fn base() -> Release {
    let Release { collections, claims, mut sources, generalised, population, .. } = fixture::release();
    for id in ["cod-ab", "gem", "geonames", "natural-earth"] {
        if sources.iter().all(|source| source.id != id) {
            sources.push(Source { id: id.to_owned(), ..sources[0].clone() });
        }
    }
    Release::new(collections, claims, sources, generalised, population)
}

/// One and another that differ in every hotspot, and are written within a moment.
pub(super) static ONE: LazyLock<Prepared> = LazyLock::new(|| Prepared::synth("one", "300", true));
pub(super) static OTHER: LazyLock<Prepared> = LazyLock::new(|| Prepared::synth("other", "300", true));

/// One that takes some seconds to be written: the real areas, rivers and people.
pub(super) static LARGE: LazyLock<Prepared> = LazyLock::new(|| Prepared::synth("large", "2000", false));

/// A release in a file.
pub(super) struct Prepared {
    pub(super) file: PathBuf,
    pub(super) id: String,
}

impl Prepared {
    fn synth(name: &str, hotspots: &str, on_fixture: bool) -> Self {
        let file = FOLDER.join(format!("{name}.gpkg"));
        let seed = name.len().to_string();
        let mut command = terrikon(&FOLDER);
        command.args(["synth", "--hotspots", hotspots, "--seed", &seed, "--out"]).arg(&file);
        if on_fixture {
            command.args(["--store", "base.gpkg"]);
        }
        let made = command.output().unwrap();
        assert!(made.status.success(), "{}", text(&made));
        let id = gpkg::read(&file).unwrap().id.to_string();
        Self { file, id }
    }

    /// Writes a release that no command would make.
    pub(super) fn of(name: &str, release: &Release) -> Self {
        let file = FOLDER.join(format!("{name}.gpkg"));
        gpkg::write(&file, release).unwrap();
        Self { file, id: release.id.to_string() }
    }

    /// The command that writes it to a database.
    pub(super) fn ingest(&self, url: &str) -> Command {
        let mut command = terrikon(self.file.parent().unwrap());
        command.env("NO_COLOR", "1").arg("ingest").arg(&self.file).args(["--store", url]);
        command
    }

    /// Writes it. What is served stays.
    pub(super) fn write(&self, url: &str) {
        let run = self.ingest(url).output().unwrap();
        assert!(run.status.success(), "{}", text(&run));
    }

    /// Writes it, and serves it from then on.
    pub(super) fn publish(&self, database: &Database<'_>) {
        let run = self.ingest(&database.url).arg("--publish").output().unwrap();
        assert!(run.status.success(), "{}", text(&run));
    }
}

/// `terrikon releases`.
pub(super) fn releases(url: &str, arguments: &[&str]) -> Output {
    let folder: &Path = &FOLDER;
    let mut command = terrikon(folder);
    command.env("NO_COLOR", "1").arg("releases").args(arguments).args(["--store", url]).output().unwrap()
}

/// The same where it must succeed: what it prints.
pub(super) fn releases_told(url: &str, arguments: &[&str]) -> String {
    let run = releases(url, arguments);
    assert!(run.status.success(), "{arguments:?}: {}", text(&run));
    String::from_utf8(run.stdout).unwrap()
}
