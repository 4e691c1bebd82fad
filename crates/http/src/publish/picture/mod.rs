//! A picture of the map, drawn here: the geometry of the tiles, the style of the viewer, our own letters.
//!
//! | module | what |
//! | --- | --- |
//! | `request` | what is asked for, in the one form that equal requests share |
//! | `cache` | finished pictures, each drawn once however many ask |
//! | `layout`, `frame` | where title, map and sources go; which part of the world the map shows |
//! | `gather` | what is read from the release |
//! | `expression`, `paint` | the style's expressions, and its layers as shapes |
//! | `lettering`, `paragraph` | letters as outlines, and lines of them |
//! | `places`, `labels`, `symbols` | names that do not collide, and the symbols of hotspots |
//! | `scene` | all of it in its order |
//! | `words`, `furniture`, `legend` | title and sources; scale bar, north arrow and locator; what the symbols mean |
//! | `svg`, `png` | the document, and its pixels |

mod cache;
mod expression;
mod frame;
mod furniture;
mod gather;
mod labels;
mod layout;
mod legend;
mod lettering;
mod paint;
mod paragraph;
mod places;
mod png;
mod request;
mod scene;
mod svg;
mod symbols;
mod words;

pub(crate) use cache::{PICTURE_CACHE, PictureCache, PictureKey};
pub(crate) use request::{Form, OFFERED, Request, SIDES};

use crate::{
    AppState,
    problem::{Problem, Slug},
};
use bytes::Bytes;
use std::sync::Arc;
use terrikon_store::{Item, Snapshot};

/// Reads what the picture shows, then draws it on a thread of its own when its turn comes.
///
/// # Errors
/// Where the store does not answer or too many pictures wait to be drawn.
pub(crate) async fn draw(
    state: &AppState,
    snapshot: &Arc<dyn Snapshot>,
    key: &PictureKey,
    hotspot: Option<Item>,
) -> Result<Bytes, Problem> {
    let words = words::Words::of(state, &**snapshot, &key.request, hotspot.as_ref()).await?;
    let layout = layout::Layout::new(&key.request, &words);
    let gathered = gather::gather(state, snapshot, &key.request, &layout, hotspot).await?;
    let (request, form) = (key.request.clone(), key.form);
    let drawn = state
        .compute(move || -> Result<Vec<u8>, png::Unpaintable> {
            let document = scene::compose(&request, &words, &layout, &gathered)?;
            match form {
                Form::Svg => Ok(document.into_bytes()),
                Form::Png => png::paint(&document, &request),
            }
        })
        .await?;
    drawn.map(Bytes::from).map_err(|error| {
        tracing::error!(error = &error as &dyn std::error::Error, "a picture could not be painted");
        Problem::new(Slug::Internal)
    })
}
