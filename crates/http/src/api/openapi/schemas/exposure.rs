//! Reports on people, and the way down the river.

use super::{
    Schemas, count, flag, list, number, number_or_null, object, object_with, of, one_of, or_null, position,
    release, text, text_or_null,
};
use serde_json::{Value, json};

pub(super) fn add(schemas: &mut Schemas) {
    let mut add = |name: &str, schema| schemas.insert(name.to_owned(), schema);
    add("People", people());
    add("Caveat", object_with(json!({ "code": text(), "text": text_or_null() }), numbers()));
    add(
        "PopulationSource",
        object(json!({
            "id": text(),
            "source": of("Source"),
            "year": { "type": "integer" },
            "counts": { "type": "boolean", "description": "Whether it counts for figures, or is told for comparison" },
            "resolution": object(json!({ "degrees": list(number()), "arc_minutes": number() })),
            "caveats": list(of("Caveat")),
        })),
    );
    add(
        "Proximity",
        object(json!({
            "score": number(),
            "unit": text(),
            "within_5_km": count(),
            "left_out": count(),
            "unit_radius_m": number(),
            "source": text(),
            "method": text(),
        })),
    );
    add("Settlement", settlement());
    add("Ring", ring());
    add("Together", together());
    add("Exposure", exposure());
    add("Downstream", downstream());
    add("Profile", profile());
    add("Shading", shading());
}

/// Numbers of a caveat, which are the arguments of its text.
fn numbers() -> Value {
    json!({
        "accuracy_m": number(), "radius_m": number(), "percent": number(), "least": number(), "most": number(),
        "residents": number(), "count": count(),
    })
}

fn people() -> Value {
    object(json!({
        "low": { "type": ["number", "null"], "description": "At the shorter radius, by the lowest source" },
        "central": { "type": ["number", "null"], "description": "Null where the position is known too vaguely for a figure" },
        "high": number_or_null(),
        "least": { "type": ["number", "null"], "description": "In cells that lie wholly inside" },
        "most": { "type": ["number", "null"], "description": "In all cells that are touched" },
    }))
}

fn settlement_members() -> Value {
    json!({
        "id": text(),
        "name": text_or_null(),
        "name_lang": text_or_null(),
        "population": { "type": ["integer", "null"] },
        "population_year": text_or_null(),
        "population_source": text_or_null(),
        "position": or_null(position()),
    })
}

fn settlement() -> Value {
    object_with(settlement_members(), json!({ "distance_m": number() }))
}

fn by_oblast() -> Value {
    list(object(json!({ "oblast": text_or_null(), "name": text_or_null(), "people": number_or_null() })))
}

fn ring_members() -> Value {
    json!({
        "radius_m": { "type": ["number", "null"], "description": "Null for an area that is reported on itself" },
        "area_m2": number(),
        "people": of("People"),
        "by_source": list(object(json!({
            "source": text(), "counts": flag(), "people": number_or_null(),
            "without_data": { "type": "number", "description": "Part of the area without data, 0 to 1" },
        }))),
        "by_oblast": by_oblast(),
        "settlements": list(of("Settlement")),
        "hotspots": list(object(json!({
            "id": text(), "name": text_or_null(), "name_lang": text_or_null(), "kind": text_or_null(),
            "distance_m": number(), "position_accuracy_m": number_or_null(),
        }))),
        "protected_areas": list(object(json!({
            "id": text(), "name": text_or_null(), "name_lang": text_or_null(), "distance_m": number(), "point_inside": flag(),
            "area_ha": number_or_null(), "position_accuracy_m": number_or_null(),
        }))),
        "caveats": list(of("Caveat")),
    })
}

fn ring() -> Value {
    object(ring_members())
}

fn together() -> Value {
    object(json!({
        "radius_m": number(),
        "places": count(),
        "left_out": list(text()),
        "area_m2": number_or_null(),
        "people_sum": of("People"),
        "people_union": of("People"),
        "by_oblast": by_oblast(),
        "caveats": list(of("Caveat")),
    }))
}

/// One for all that can be asked: members beside the sources depend on what was.
fn exposure() -> Value {
    let place = object(json!({ "lon": number(), "lat": number(), "position_accuracy_m": number() }));
    let of_oblast = object(json!({ "oblast": text(), "proximity": or_null(of("Proximity")) }));
    object_with(
        json!({
            "population": or_null(of("PopulationSource")),
            "population_also": list(of("PopulationSource")),
            "method": text(),
            "caveats": list(of("Caveat")),
            "release": release(),
        }),
        json!({
            "rings": { "type": "array", "items": { "anyOf": [of("Ring"), of("Together")] } },
            "place": place,
            "proximity": { "anyOf": [of("Proximity"), { "type": "null" }, list(of_oblast)] },
            "hotspot": text(),
            "position_accuracy_m": number(),
            "oblasts": list(text()),
            "hotspots": list(text()),
            "places": list(object(json!({ "id": text(), "position_accuracy_m": number(), "rings": list(of("Ring")) }))),
            "together": list(of("Together")),
        }),
    )
}

/// The path, its corridor, and the towns along it.
fn downstream() -> Value {
    let reach = || list(object(json!({ "id": text_or_null(), "from_km": number(), "to_km": number() })));
    let path = object(json!({
        "role": { "const": "path" }, "length_m": number(), "ends": text(), "lake": text_or_null(), "rivers": reach(), "waters": reach(),
        "snapped_m": number(), "position_accuracy_m": number(),
    }));
    let mut corridor = ring_members();
    if let Some(members) = corridor.as_object_mut() {
        members.remove("settlements");
        members.remove("radius_m");
        members.insert("role".to_owned(), json!({ "const": "corridor" }));
        members.insert("half_width_m".to_owned(), number());
    }
    let mut town = settlement_members();
    town["role"] = json!({ "const": "settlement" });
    town["river_km"] = number();
    town["distance_m"] = number();
    let feature = object_with(
        json!({
            "type": { "const": "Feature" },
            "geometry": of("Geometry"),
            "properties": { "oneOf": [path, object(corridor), object(town)] },
        }),
        json!({ "id": text() }),
    );
    object_with(
        json!({
            "type": { "const": "FeatureCollection" },
            "hotspot": text(),
            "snap_tolerance_m": number(),
            "method": text(),
            "features": list(feature),
            "ends": { "type": ["string", "null"], "description": "Null where no river is near", "enum": [Value::Null, "mouth", "lake", "edge", "distance"] },
            "caveats": list(of("Caveat")),
            "release": release(),
        }),
        json!({ "population": or_null(of("PopulationSource")), "length_m": number(), "nearest_river_m": number_or_null() }),
    )
}

/// One figure an oblast.
fn shading() -> Value {
    let words = |words: &[Value]| json!({ "type": ["string", "null"], "enum": words });
    let figure = object(json!({
        "id": text(), "value": number(), "shown": flag(), "area": text_or_null(), "area_note": text_or_null(),
        "meaning": text_or_null(), "grade": text_or_null(), "source": text_or_null(),
    }));
    let oblast = object_with(
        json!({
            "code": text(), "id": text(), "name": text_or_null(), "name_lang": text_or_null(), "valid_from": text_or_null(),
            "valid_to": text_or_null(), "value": number_or_null(), "low": number_or_null(), "high": number_or_null(),
            "why": words(&[json!("no-figure"), json!("other-area"), json!("no-hotspots"), json!("vague"), json!("no-population"), Value::Null]),
            "why_text": text_or_null(), "figures": list(figure),
        }),
        json!({ "least": number_or_null(), "most": number_or_null(), "hotspots": count(), "vague": count() }),
    );
    let limits = json!({
        "type": "array",
        "items": number(),
        "description": "Ascending: a class holds what is at least the limit before it and below its own",
    });
    object(json!({
        "release": release(),
        "indicator": text(),
        "name": text(),
        "unit": text(),
        "unit_name": text(),
        "date": { "type": "string", "format": "date" },
        "year": { "type": ["integer", "null"] },
        "years": list(object(json!({ "year": { "type": "integer" }, "oblasts": count() }))),
        "radius_m": number_or_null(),
        "method": text_or_null(),
        "population": or_null(of("PopulationSource")),
        "classes": object(json!({ "method": one_of(&["natural-breaks"]), "over": one_of(&["all-years", "shown"]), "limits": limits })),
        "oblasts": list(oblast),
        "sources": { "type": "object" },
        "caveats": list(of("Caveat")),
    }))
}

/// All there is on an oblast.
fn profile() -> Value {
    let counts = || json!({ "type": "object", "additionalProperties": count() });
    let row = || list(json!({ "type": "object" }));
    let oblast = json!({
        "code": text(), "id": text(), "name": text_or_null(), "name_lang": text_or_null(), "names": { "type": "object" },
        "country": text_or_null(), "valid_from": text_or_null(), "valid_to": text_or_null(), "area_m2": number_or_null(),
        "predecessors": row(), "successors": row(),
    });
    object(json!({
        "release": release(),
        "oblast": object(oblast),
        "date": { "type": "string", "format": "date" },
        "hotspots": object(json!({ "total": count(), "by_kind": counts(), "by_status": counts(), "by_trust": counts(), "list": row() })),
        "exposure": { "type": ["object", "null"] },
        "indicators": row(),
        "projects": row(),
        "measurements": row(),
        "protected_areas": row(),
        "caveats": list(of("Caveat")),
        "sources": { "type": "object", "additionalProperties": of("Source") },
        "links": list(of("Link")),
    }))
}
