//! `terrikon serve` under test.

use super::client::{Answer, Client};
use crate::terrikon;
use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Stdio},
    sync::{Arc, Mutex},
};

/// A server that is stopped when the test ends.
pub(super) struct Serving {
    process: Child,
    pub(super) address: String,
    log: Arc<Mutex<String>>,
}

impl Serving {
    /// Starts one on a database.
    pub(super) fn start(url: &str) -> Self {
        Self::start_with(url, &[], "info")
    }

    /// The same with further arguments and a level of the log.
    pub(super) fn start_with(url: &str, arguments: &[&str], level: &str) -> Self {
        let mut command = terrikon(&std::env::temp_dir());
        command.args(["serve", "--listen", "127.0.0.1:0", "--store", url]).args(arguments);
        command.env("NO_COLOR", "1").env("RUST_LOG", level).stderr(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
        let mut first = String::new();
        let address = lines.by_ref().find_map(|line| {
            first += &format!("{line}\n");
            let (_, ready) = line.split_once("ready after")?;
            Some(ready.split_once("http://")?.1.to_owned())
        });
        let log = Arc::new(Mutex::new(first));
        let following = Arc::clone(&log);
        std::thread::spawn(move || {
            for line in lines {
                *following.lock().unwrap() += &format!("{line}\n");
            }
        });
        let mut server = Self { process, address: String::new(), log };
        server.address = address.unwrap_or_else(|| panic!("it ended before it was ready: {}", server.log()));
        server
    }

    pub(super) fn client(&self) -> Client {
        Client::new(&self.address)
    }

    /// One answer over a connection of its own.
    pub(super) fn get(&self, path: &str) -> Answer {
        self.client().get(path).unwrap()
    }

    /// The release that it serves now.
    pub(super) fn serves(&self) -> String {
        self.get("/api/collections").header("terrikon-release")
    }

    /// What it has said until now.
    pub(super) fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
