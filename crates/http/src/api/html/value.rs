//! A JSON value as text and tables.

use maud::{Markup, html};
use serde_json::Value;

/// What stands where nothing is known.
const NOTHING: &str = "—";

/// A value as it is read: addresses as links, objects as tables, lists one below the other or, of words, in a row.
pub(super) fn value(value: &Value) -> Markup {
    match value {
        Value::Null => html! { span.quiet { (NOTHING) } },
        Value::String(text) if is_address(text) => {
            html! { a href=(text) rel="noopener noreferrer" { (text) } }
        }
        Value::String(text) if text.is_empty() => html! { span.quiet { (NOTHING) } },
        Value::String(text) => html! { (text) },
        Value::Array(list) if list.is_empty() => html! { span.quiet { (NOTHING) } },
        Value::Array(list) if list.iter().all(|one| !one.is_object() && !one.is_array()) => {
            html! { @for (at, one) in list.iter().enumerate() { @if at > 0 { ", " } (self::value(one)) } }
        }
        Value::Array(list) => html! { ul { @for one in list { li { (self::value(one)) } } } },
        Value::Object(members) => html! {
            table {
                @for (name, one) in members.iter().filter(|(_, one)| !one.is_null() && *one != "") {
                    tr { th scope="row" { code { (name) } } td { (self::value(one)) } }
                }
            }
        },
        other => html! { (other) },
    }
}

/// A value in one cell of a list: of sources the title, of several things how many.
pub(super) fn short(value: &Value) -> Markup {
    match value {
        Value::Object(members) => match (members.get("title"), members.get("url").and_then(Value::as_str)) {
            (Some(Value::String(title)), Some(url)) if is_address(url) => {
                html! { a href=(url) rel="noopener noreferrer" { (title) } }
            }
            (Some(title), _) => self::value(title),
            _ => html! { (members.len()) },
        },
        Value::Array(list) if list.iter().any(Value::is_object) => html! { (list.len()) },
        other => self::value(other),
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
