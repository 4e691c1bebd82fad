//! The binary as people run it: from any folder, on wrong files, and without the tree that it was built in.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that fails to prepare fails, and says what it measured"
)]

mod database;
mod export;
mod exposure;
#[path = "../../../store/tests/store/fixture.rs"]
mod fixture;
mod population;
mod synth;

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

const HEAD: &str =
    "id\tkind\tstatus\tcountry\tname_en\tposition_kind\tposition_accuracy_m\ttrust\teast\tnorth";

/// Temirtau in metres of Pulkovo 1942 / Gauss-Krüger zone 13, far from any degree.
const ROW: &str = "kz-test\tdump\tactive\tKZ\tTest\tsite\t100\tunverified\t13354493.0\t5549219.0";

const RECIPE: &str = "[[layer]]\nfile = \"survey.tsv\"\ncollection = \"hotspots\"\ncrs = \"EPSG:28413\"\nlon = \"east\"\nlat = \"north\"\n";

fn terrikon(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_terrikon"));
    command.current_dir(folder).env_clear().env("XDG_CACHE_HOME", folder.join("cache"));
    command
}

fn survey(folder: &Path) -> PathBuf {
    std::fs::write(folder.join("survey.tsv"), format!("{HEAD}\n{ROW}\n")).unwrap();
    let recipe = folder.join("survey.toml");
    std::fs::write(&recipe, RECIPE).unwrap();
    recipe
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_wrong_file_leaves_no_release_and_the_old_one_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("release.gpkg");
    std::fs::write(&out, "the release of yesterday").unwrap();
    std::fs::write(folder.path().join("bad.geojson"), r#"{"type":"FeatureCollection","features":["#).unwrap();
    let run = terrikon(folder.path()).args(["ingest", "bad.geojson", "--out"]).arg(&out).output().unwrap();
    assert!(!run.status.success());
    let told = text(&run);
    assert!(told.contains("bad.geojson, row 1: EOF") && told.contains("no release was written"), "{told}");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "the release of yesterday");
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing half-written stays: {left:?}");
}

#[test]
fn a_release_is_made_from_metres() {
    let folder = tempfile::tempdir().unwrap();
    let recipe = survey(folder.path());
    let run = terrikon(folder.path()).arg("ingest").arg(recipe).args(["--out", "r.gpkg"]).output().unwrap();
    assert!(run.status.success(), "{}", text(&run));
    let release = terrikon_store::embedded::gpkg::read(&folder.path().join("r.gpkg")).unwrap();
    let [lon, lat] =
        release.collection(terrikon_core::CollectionId::Hotspots).get("kz-test").unwrap().position.unwrap();
    assert!((lon - 72.96).abs() < 0.05 && (lat - 50.06).abs() < 0.05, "{lon} {lat}");
}

/// PROJ must find its database inside the binary. A tmpfs over the build tree, in a mount namespace of its own, hides
/// everything that the build left behind; the copy of the binary stands in an empty folder.
#[test]
fn the_binary_needs_nothing_of_the_tree_it_was_built_in() {
    let folder = tempfile::tempdir().unwrap();
    let recipe = survey(folder.path());
    let copy = folder.path().join("terrikon");
    std::fs::copy(env!("CARGO_BIN_EXE_terrikon"), &copy).unwrap();
    let target = Path::new(env!("CARGO_BIN_EXE_terrikon")).ancestors().nth(2).unwrap();
    let script = format!(
        "mount -t tmpfs none '{}' && test -z \"$(ls '{}')\" && exec '{}' ingest '{}' --out r.gpkg",
        target.display(),
        target.display(),
        copy.display(),
        recipe.display()
    );
    let run = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", &script])
        .current_dir(folder.path())
        .env("PROJ_DATA", folder.path())
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", text(&run));
    assert!(folder.path().join("r.gpkg").is_file());
}

/// A server that is stopped when the test ends.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(folder: &Path) -> (Self, Duration) {
        let started = Instant::now();
        let mut command = terrikon(folder);
        command.args(["serve", "--listen", "127.0.0.1:0"]).env("NO_COLOR", "1").stderr(Stdio::piped());
        let mut server = Self { process: command.spawn().unwrap(), address: String::new() };
        let lines = BufReader::new(server.process.stderr.take().unwrap()).lines();
        for line in lines {
            if let Some((_, address)) = line.unwrap().split_once("http://") {
                server.address = address.to_owned();
                return (server, started.elapsed());
            }
        }
        panic!("the server ended before it was ready");
    }

    fn get(&self, path: &str) -> String {
        use std::io::{Read as _, Write as _};
        let mut stream = std::net::TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn serve_without_arguments_builds_the_bundled_release_once() {
    let folder = tempfile::tempdir().unwrap();
    let (first, building) = Server::start(folder.path());
    let answer = first.get("/api/collections/hotspots/items/kz-temirtau-air?lang=kk");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("Теміртау"), "{answer}");
    drop(first);
    let files = || std::fs::read_dir(folder.path().join("cache/terrikon")).unwrap().count();
    assert_eq!(files(), 1);
    let (second, reading) = Server::start(folder.path());
    assert!(second.get("/health/ready").starts_with("HTTP/1.1 200"));
    assert_eq!(files(), 1, "the second start reuses the file");
    assert!(reading < building, "{reading:?} to read what took {building:?} to build");
    drop(second);
    let cached =
        std::fs::read_dir(folder.path().join("cache/terrikon")).unwrap().next().unwrap().unwrap().path();
    std::fs::write(&cached, "spoilt").unwrap();
    let (third, _) = Server::start(folder.path());
    assert!(third.get("/health/ready").starts_with("HTTP/1.1 200"), "a spoilt cache is built anew");
}
