//! `terrikon serve`.

use crate::store::{self, Reading, StorePlace};
use clap::Args;
use std::{error::Error, io, net::SocketAddr, path::PathBuf, sync::Arc, time::Instant};
use terrikon_archive::{Archive, Place};
use terrikon_http::{AppState, PAGE_CACHE, TILE_CACHE, export::DOWNLOAD_CACHE};
use terrikon_store::{Snapshot, postgis::CONNECTIONS};
use tokio::net::{TcpListener, TcpSocket};

/// Serves one release.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1:8080", env = "TERRIKON_LISTEN")]
    listen: SocketAddr,
    /// What to serve: a GeoPackage of `terrikon ingest`, or a postgres:// URL; the bundled release if not given.
    #[arg(long, env = "TERRIKON_STORE", hide_env_values = true)]
    store: Option<StorePlace>,
    /// A replica that is read instead of the database, a postgres:// URL; publications are still learnt from the database.
    #[arg(long, env = "TERRIKON_STORE_REPLICA", hide_env_values = true, requires = "store")]
    store_replica: Option<String>,
    /// How many connections to the database are open at most.
    #[arg(long, env = "TERRIKON_STORE_CONNECTIONS", default_value_t = CONNECTIONS, value_parser = clap::value_parser!(u32).range(2..=1000))]
    store_connections: u32,
    /// The address under which readers reach this server, for absolute links (`https://map.example.org`).
    #[arg(long, env = "TERRIKON_PUBLIC_URL")]
    public_url: Option<String>,
    /// Where readers report errors in the data: `mailto:map@example.org`, or a page that takes `title` and `body` (`https://…/issues/new`).
    #[arg(long, env = "TERRIKON_REPORT_TO")]
    report_errors_to: Option<String>,
    /// Which sites may show the embedded map in a frame: origins parted by spaces (`https://a.example https://*.b.example`), * for all, none.
    #[arg(long, default_value = "*", env = "TERRIKON_EMBED_ORIGINS")]
    embed_origins: String,
    /// Tiles that need not be drawn: an archive of `terrikon export pmtiles`, as a file, s3://bucket/key (access by the variables of the AWS tools) or http(s)://.
    #[arg(long, env = "TERRIKON_TILES", hide_env_values = true, value_name = "ARCHIVE")]
    tiles: Option<Place>,
    /// What finished tiles may take of memory, in MiB; 0 keeps none.
    #[arg(long, default_value_t = TILE_CACHE >> 20, value_parser = clap::value_parser!(u64).range(..=1 << 20), env = "TERRIKON_TILE_CACHE_MB")]
    tile_cache_mb: u64,
    /// What finished pages of collections may take of memory, in MiB; 0 keeps none.
    #[arg(long, default_value_t = PAGE_CACHE >> 20, value_parser = clap::value_parser!(u64).range(..=1 << 20), env = "TERRIKON_PAGE_CACHE_MB")]
    page_cache_mb: u64,
    /// What finished download files may take of the disk, in MiB; those that are being made or sent come on top.
    #[arg(long, default_value_t = DOWNLOAD_CACHE >> 20, value_parser = clap::value_parser!(u64).range(..=1 << 20), env = "TERRIKON_DOWNLOAD_CACHE_MB")]
    download_cache_mb: u64,
    /// The folder for download files; the temporary one of the system if not given.
    #[arg(long, env = "TERRIKON_DOWNLOAD_FOLDER")]
    download_folder: Option<PathBuf>,
}

impl Serve {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        let started = Instant::now();
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(async {
            let reading =
                Reading { replica: self.store_replica.clone(), connections: Some(self.store_connections) };
            let store = store::open(self.store.as_ref(), &reading).await?;
            let mut state = AppState::new(Arc::clone(&store)).with_tile_cache(self.tile_cache_mb << 20);
            state = state.with_page_cache(self.page_cache_mb << 20);
            state = state.with_downloads(self.download_cache_mb << 20, self.download_folder.clone());
            state = state.with_embed_origins(&self.embed_origins)?;
            if let Some(url) = &self.public_url {
                state = state.with_public_url(url)?;
            }
            if let Some(address) = &self.report_errors_to {
                state = state.with_reports_to(address)?;
            }
            if let Some(place) = &self.tiles {
                state = state.with_archive(archive(place, &*store.current().await?).await?);
            }
            let listener = listen(self.listen).map_err(|error| format!("{}: {error}", self.listen))?;
            let address = listener.local_addr()?;
            tracing::info!("ready after {:?}: http://{address}", started.elapsed());
            terrikon_http::serve(listener, state, stop_asked()).await?;
            Ok(())
        })
    }
}

/// How many readers may wait for their connection to be taken, as far as the system allows. Who finds no place tries again after a
/// second, and a news story brings hundreds at once: the 128 of the standard library are full then.
const WAITING: u32 = 4_096;

/// Listens on an address.
fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // A server that is started anew takes over from the one before, whose connections linger.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(WAITING)
}

/// Opens an archive of tiles, which must be of the release that is served.
async fn archive(place: &Place, snapshot: &dyn Snapshot) -> Result<Archive, Box<dyn Error>> {
    let archive = Archive::open(place).await?;
    let (about, release) = (archive.about(), snapshot.release());
    if about.release != *release {
        let told = format!(
            "{archive}: its tiles are of release {}, but {release} is served: export it anew",
            about.release
        );
        return Err(told.into());
    }
    let today = snapshot.directory().epoch(jiff::Zoned::now().date());
    if about.date != today {
        tracing::warn!("{archive}: its tiles are of the days since {}; those of today are drawn", about.date);
    }
    tracing::info!("tiles from {archive}: {} layers as {}", about.layers.len(), about.format);
    Ok(archive)
}

/// Ends when the operator asks the server to stop.
async fn stop_asked() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without the signal there is nothing to wait for; the process is ended from outside.
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else { return interrupt.await };
        tokio::select! {
            () = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{net::TcpStream, time::Duration};

    #[tokio::test]
    async fn hundreds_may_come_at_once() {
        let listener = listen("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = listener.local_addr().unwrap();
        // Nobody takes them: who has a place is connected all the same.
        let connect = |_| TcpStream::connect_timeout(&address, Duration::from_millis(500));
        let waiting: Result<Vec<_>, _> = (0..600).map(connect).collect();
        assert_eq!(waiting.unwrap().len(), 600);
    }
}
