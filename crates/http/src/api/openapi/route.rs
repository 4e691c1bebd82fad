//! What is told of an address.

use super::examples::Examples;
use crate::parameters::Parameter;
use serde_json::{Map, Value, json};
use terrikon_core::CollectionId;
use terrikon_tiles::LayerName;

/// An address with a method.
#[derive(Debug)]
pub(super) struct Route {
    pub(super) method: &'static str,
    pub(super) path: String,
    summary: String,
    known: Vec<&'static Parameter>,
    /// The media types of a success, each with its schema.
    answers: Vec<(&'static str, Value)>,
    /// Whether it may have nothing to tell (204).
    may_be_empty: bool,
    /// Whether it refuses an `Accept` that asks for other things.
    negotiated: bool,
    /// Whether a part of it may be asked for (`Range`).
    in_parts: bool,
    /// The body that it takes.
    body: Option<Value>,
    /// Whether it answers from a release.
    of_release: bool,
    /// Whether clients may ask again with the tag of what they have.
    tagged: bool,
}

impl Route {
    /// `GET` of an address that tells of a release.
    pub(super) fn get(path: impl Into<String>, summary: impl Into<String>) -> Self {
        Self {
            method: "get",
            path: path.into(),
            summary: summary.into(),
            known: Vec::new(),
            answers: Vec::new(),
            may_be_empty: false,
            negotiated: false,
            in_parts: false,
            body: None,
            of_release: true,
            tagged: true,
        }
    }

    /// `POST` of a body.
    pub(super) fn post(path: impl Into<String>, summary: impl Into<String>, body: Value) -> Self {
        Self { method: "post", body: Some(body), ..Self::get(path, summary) }
    }

    /// The query parameters that requests are checked against.
    pub(super) fn takes(self, known: &[&'static Parameter]) -> Self {
        Self { known: known.to_vec(), ..self }
    }

    /// A media type of its answer, with a schema of `schemas`; several where `f` or `Accept` choose.
    pub(super) fn gives(self, media: &'static str, schema: &str) -> Self {
        self.writes(media, json!({ "$ref": format!("#/components/schemas/{schema}") }))
    }

    /// A media type that is text.
    pub(super) fn gives_text(self, media: &'static str) -> Self {
        self.writes(media, json!({ "type": "string" }))
    }

    /// It is a page for people too, and `Accept` chooses.
    pub(super) fn or_page(self) -> Self {
        self.gives_text("text/html").negotiated()
    }

    /// It is a file of all rows too, of which a part may be asked for.
    pub(super) fn or_file(mut self) -> Self {
        self = self.gives_text("text/csv").gives_text("application/x-ndjson");
        for media in
            ["application/geopackage+sqlite3", "application/flatgeobuf", "application/vnd.apache.parquet"]
        {
            self = self.gives_bytes(media);
        }
        Self { in_parts: true, ..self }
    }

    /// A media type of which nothing more can be told in a schema.
    pub(super) fn gives_bytes(self, media: &'static str) -> Self {
        self.writes(media, Value::Null)
    }

    fn writes(mut self, media: &'static str, schema: Value) -> Self {
        let bare = media.split(';').next().unwrap_or(media);
        self.answers.push((if media.contains("version=") { media } else { bare }, schema));
        self
    }

    /// It may have nothing to tell.
    pub(super) fn or_nothing(self) -> Self {
        Self { may_be_empty: true, ..self }
    }

    /// It refuses an `Accept` that it can't meet.
    pub(super) fn negotiated(self) -> Self {
        Self { negotiated: true, ..self }
    }

    /// It tells of the server and not of a release.
    pub(super) fn of_server(self) -> Self {
        Self { of_release: false, ..self }
    }

    /// Its answer is of this moment: nobody keeps it.
    pub(super) fn of_the_moment(self) -> Self {
        Self { of_release: false, tagged: false, ..self }
    }

    pub(super) fn operation(&self, tag: &str, examples: &Examples) -> Value {
        let name = self.path.trim_matches('/').replace(['/', '.'], "-").replace(['{', '}', ','], "");
        let id = if self.method == "get" { name } else { format!("{}-{name}", self.method) };
        let mut told = json!({
            "operationId": id,
            "tags": [tag],
            "summary": self.summary,
            "parameters": self.parameters(),
            "responses": self.responses(examples),
        });
        if let Some(body) = &self.body {
            told["requestBody"] = body.clone();
        }
        told
    }

    fn parameters(&self) -> Vec<Value> {
        let in_path = self.path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        let in_path = in_path
            .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": of_path(name) }));
        in_path.chain(self.known.iter().map(|parameter| in_query(parameter))).collect()
    }

    fn responses(&self, examples: &Examples) -> Value {
        let content = self.answers.iter().map(|(media, schema)| {
            let mut told = Map::new();
            if !schema.is_null() {
                told.insert("schema".to_owned(), schema.clone());
            }
            if let Some(example) = examples.of(self.method, &self.path, media) {
                told.insert("example".to_owned(), example);
            }
            ((*media).to_owned(), told.into())
        });
        let content: Map<String, Value> = content.collect();
        let mut headers: Map<String, Value> = Map::new();
        let mut header = |name: &str| {
            headers.insert(name.to_owned(), json!({ "$ref": format!("#/components/headers/{name}") }));
        };
        header("Cache-Control");
        if self.tagged {
            header("ETag");
        }
        if self.of_release {
            header("Terrikon-Release");
        }
        let mut responses = json!({ "200": { "description": "OK", "headers": headers, "content": content } });
        if self.may_be_empty {
            responses["204"] = json!({ "description": "Nothing lies there", "headers": headers });
        }
        if self.in_parts {
            responses["206"] = json!({ "description": "The part of a file that was asked for" });
        }
        if self.tagged && self.method == "get" {
            responses["304"] = json!({ "description": "The client has it already (`If-None-Match`)" });
        }
        responses["414"] = json!({
            "description": "The address is longer than 8,000 bytes. Beyond 65,534 the answer has no body.",
        });
        let in_path = self.path.contains('{');
        let takes_release = self.known.iter().any(|parameter| parameter.name == "release");
        let problems = [
            ("400", self.tagged),
            ("404", in_path || takes_release),
            ("406", self.negotiated),
            ("413", self.body.is_some()),
            ("416", self.in_parts),
            ("503", true),
            ("default", true),
        ];
        for (status, _) in problems.into_iter().filter(|(_, may)| *may) {
            responses[status] = json!({ "$ref": "#/components/responses/Problem" });
        }
        responses
    }
}

fn in_query(parameter: &Parameter) -> Value {
    let required = ["q", "to"].contains(&parameter.name);
    let mut told = json!({
        "name": parameter.name,
        "in": "query",
        "description": parameter.about,
        "required": required,
        "schema": (parameter.schema)(),
    });
    if told["schema"]["type"] == "array" {
        told["style"] = json!("form");
        told["explode"] = json!(false);
    }
    told
}

fn of_path(name: &str) -> Value {
    match name {
        "tileMatrixSetId" => json!({"type": "string", "enum": ["WebMercatorQuad"]}),
        "collectionId" => json!({"type": "string", "enum": CollectionId::ALL.map(CollectionId::as_str)}),
        "z" | "tileMatrix" => {
            json!({"type": "integer", "minimum": terrikon_tiles::MIN_ZOOM, "maximum": terrikon_tiles::MAX_ZOOM})
        }
        "x" | "y" | "tileRow" | "tileCol" => json!({"type": "integer", "minimum": 0}),
        "layers" => json!({
            "type": "string",
            "description": format!("one or several, comma-separated, of {}", LayerName::ALL.map(LayerName::as_str).join(", ")),
        }),
        "release" => json!({"type": "string", "pattern": "^r[0-9a-f]{16}$"}),
        _ => json!({"type": "string"}),
    }
}

/// Headers of answers.
pub(super) fn headers() -> Value {
    let text = |about: &str| json!({ "description": about, "schema": { "type": "string" } });
    json!({
        "Cache-Control": text("For good where the address decides on the content, else a minute"),
        "ETag": text("A weak tag of the content, the same for every compression of it"),
        "Terrikon-Release": {
            "description": "The id of the release that was read",
            "schema": { "type": "string", "pattern": "^r[0-9a-f]{16}$" },
        },
    })
}

/// What all addresses answer where something is wrong.
pub(super) fn responses() -> Value {
    json!({ "Problem": {
        "description": "What went wrong and what to do (RFC 9457), in the language of `lang` or `Accept-Language`",
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
    } })
}
