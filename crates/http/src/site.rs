//! The map as files for any web server: the page, its styles and symbols, and what its lists tell. What needs computing is not in it, and the page says so.
//!
//! The documents are what this server would answer, asked of it without a socket.

use crate::{
    AppState, app,
    messages::message,
    sprites::{Ratio, sprite_json, sprite_png},
    style::Theme,
    viewer,
};
use axum::{
    body::{Body, to_bytes},
    http::Request,
};
use bytes::Bytes;
use serde_json::{Value, json};
use terrikon_core::Lang;
use tower::ServiceExt as _;

/// How many hotspots the list has at most: more would take minutes to load on a phone. The map has them all.
pub const MOST_LISTED: usize = 1000;

/// A file of the site: its path in the folder, and its bytes.
pub type SiteFile = (String, Bytes);

/// A site that could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SiteError {
    /// The binary was built without the viewer.
    #[error(
        "the viewer is not in this binary: build it with `npm ci && npm run build` in the folder `web`, then build the binary again"
    )]
    NotBuilt,
    /// A document could not be made.
    #[error("{path}: {told}")]
    Document {
        /// Its address on a server.
        path: String,
        /// What the answer was.
        told: String,
    },
}

/// All files but the archive of tiles, which lies at `tiles` in the same folder.
///
/// # Errors
/// [`SiteError`] where the viewer is not built in, or the store does not answer.
pub async fn files(state: AppState, tiles: &str) -> Result<Vec<SiteFile>, SiteError> {
    let mut files: Vec<SiteFile> =
        viewer::files().filter(|(path, _)| path.as_str() != INDEX && is_of_the_map(path)).collect();
    files.push((INDEX.into(), page(tiles)?.into()));
    let router = app(state);
    for lang in Lang::ALL {
        let items = "/api/collections";
        let hotspots =
            get(&router, &format!("{items}/hotspots/items?lang={lang}&limit={MOST_LISTED}")).await?;
        let oblasts =
            get(&router, &format!("{items}/oblasts/items?lang={lang}&limit=100&skipGeometry=true")).await?;
        let listed = json!({
            "release": get(&router, "/api?f=json").await?["release"],
            "hotspots": hotspots["features"],
            "hotspotsInAll": hotspots["numberMatched"],
            "oblasts": oblasts["features"],
        });
        files.push((format!("data/{lang}.json"), listed.to_string().into()));
        for theme in Theme::ALL {
            let mut style = get(&router, &format!("/style.json?lang={lang}&theme={theme}")).await?;
            let sources = style["sources"].as_object_mut().into_iter().flatten();
            for source in sources.filter_map(|(_, source)| source.as_object_mut()) {
                // The archive tells its zooms and bounds itself.
                for member in ["tiles", "minzoom", "maxzoom"] {
                    source.remove(member);
                }
                source.insert("url".into(), json!(format!("pmtiles://{tiles}")));
            }
            style["sprite"] = json!(format!("sprites/{theme}"));
            files.push((format!("style/{theme}-{lang}.json"), style.to_string().into()));
        }
    }
    for theme in Theme::ALL {
        for (ratio, ending) in [(Ratio::One, ""), (Ratio::Two, "@2x")] {
            let name = format!("sprites/{theme}{ending}");
            files.push((format!("{name}.json"), sprite_json(theme, ratio).to_string().into()));
            files.push((format!("{name}.png"), Bytes::from_static(sprite_png(theme, ratio))));
        }
    }
    Ok(files)
}

/// Whether a file of the viewer is needed where there is no service: neither the pages about it nor copies that only it sends.
fn is_of_the_map(path: &str) -> bool {
    const OF_THE_SERVICE: [&str; 4] = ["docs", "builder", "embed-builder", "terrikon.js"];
    let name = path.strip_prefix("assets/").unwrap_or(path);
    let packed = [".br", ".gz"].iter().any(|ending| name.ends_with(ending));
    !packed && name != "sizes.json" && !OF_THE_SERVICE.iter().any(|own| name.starts_with(own))
}

/// The page of the viewer.
const INDEX: &str = "index.html";

/// What a server sends as a header, for hosts that can't: without what is known to headers alone.
const POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'; \
    style-src 'self'; script-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";

/// The page with addresses that hold in any folder, and the name of its archive.
fn page(tiles: &str) -> Result<String, SiteError> {
    let index = viewer::files().find(|(path, _)| path == INDEX).ok_or(SiteError::NotBuilt)?.1;
    let text = |key| message(Lang::En, key, &[]).unwrap_or_default();
    let head = maud::html! {
        title { (text("app-title")) " · " (text("app-subtitle")) }
        meta name="description" content=(text("app-description"));
        meta http-equiv="Content-Security-Policy" content=(POLICY);
        meta name="terrikon-tiles" content=(tiles);
    };
    let index = String::from_utf8_lossy(&index).replacen("<title>Terrikon</title>", &head.0, 1);
    Ok(index.replace("=\"/", "=\"./"))
}

async fn get(router: &axum::Router, path: &str) -> Result<Value, SiteError> {
    let failed = |told: String| SiteError::Document { path: path.to_owned(), told };
    let request = Request::get(path).body(Body::empty()).map_err(|error| failed(error.to_string()))?;
    // The router answers everything, errors too.
    let response = router.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.map_err(|error| failed(error.to_string()))?;
    if !status.is_success() {
        return Err(failed(format!("{status} {}", String::from_utf8_lossy(&body))));
    }
    serde_json::from_slice(&body).map_err(|error| failed(error.to_string()))
}
