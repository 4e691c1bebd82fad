//! `/style.json` and `/sprites`: the map as MapLibre draws it.

use crate::{
    AppState,
    answer::{Answer, JSON},
    asked::Asked,
    parameters::{OF_ICON, OF_STYLE, Parameters},
    problem::{Problem, Slug},
    sprites::{Ratio, icon_names, icon_svg, sprite_json, sprite_png},
    style::{self, Theme},
};
use axum::{
    extract::{Path, State},
    response::Response,
};

pub(super) async fn style(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_STYLE)?;
    let theme = theme(&known)?;
    let snapshot = known.snapshot(&state).await?;
    let lang = asked.lang(&known)?;
    let document = style::style(theme, lang, &asked.base, snapshot.release());
    // A style changes with the server too, so a named release does not make it last.
    Ok(Answer::json(&document, JSON).of_release(snapshot.release()).in_language(lang).respond(&asked))
}

pub(super) async fn sprite(Path(file): Path<String>, asked: Asked) -> Result<Response, Problem> {
    asked.parameters(&[])?;
    let (name, extension) = file.rsplit_once('.').ok_or_else(|| Problem::new(Slug::NotFound))?;
    let (theme, ratio) = match name.strip_suffix("@2x") {
        Some(theme) => (theme, Ratio::Two),
        None => (name, Ratio::One),
    };
    let theme: Theme = theme.parse().map_err(|_| Problem::new(Slug::NotFound))?;
    match extension {
        "json" => Ok(Answer::json(&sprite_json(theme, ratio), JSON).respond(&asked)),
        "png" => Ok(Answer::bytes(sprite_png(theme, ratio), "image/png").respond(&asked)),
        _ => Err(Problem::new(Slug::NotFound)),
    }
}

pub(super) async fn icon(Path(file): Path<String>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_ICON)?;
    let theme = theme(&known)?;
    let drawn = file.strip_suffix(".svg").and_then(|name| icon_svg(theme, name));
    let svg = drawn.ok_or_else(|| Problem::new(Slug::NotFound).accepted(icon_names()))?;
    Ok(Answer::bytes(svg, "image/svg+xml").respond(&asked))
}

fn theme(known: &Parameters<'_>) -> Result<Theme, Problem> {
    known.get("theme").map_or(Ok(Theme::default()), |word| {
        word.parse().map_err(|unknown| Problem::unknown_word("theme", &unknown))
    })
}
