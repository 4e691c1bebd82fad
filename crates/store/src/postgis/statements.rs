//! What is said to the database about each collection: texts that are there when the program is built. Values are bound.
//!
//! The parameters of everything that narrows a collection: `$1` release, `$2` box (EWKB or null), `$3` and `$4` first and last day
//! (or null), `$5` oblasts, `$6` the day on which they hold; then those of the collection, then where a page begins.

use terrikon_core::CollectionId;

/// The statements of a collection.
#[derive(Debug)]
pub(super) struct Statements {
    /// The table.
    pub(super) table: &'static str,
    /// Writes rows, each in the order of `terrikon_core::CollectionId::fields` behind the common ones.
    pub(super) copy: &'static str,
    /// Every row of a release, ordered by id.
    pub(super) all: &'static str,
    /// The row of `$2` in release `$1`.
    pub(super) one: &'static str,
    /// How many rows are admitted, and how many of them lie before the next parameter (or at it, where the one after is true).
    pub(super) count: &'static str,
    /// Admitted rows behind the next parameter, as many as the one after says.
    pub(super) after: &'static str,
    /// The same before it, the nearest first.
    pub(super) before: &'static str,
    /// What begins a list of rows, for statements that are composed.
    pub(super) rows: &'static str,
    /// What narrows one, from `WHERE` on.
    pub(super) admitted: &'static str,
    /// How many parameters that has.
    pub(super) narrowing: usize,
}

/// The number of parameters before one.
const fn before(parameter: &str) -> usize {
    let (digits, mut number, mut at) = (parameter.as_bytes(), 0, 1);
    while at < digits.len() {
        number = number * 10 + (digits[at] - b'0') as usize;
        at += 1;
    }
    number - 1
}

macro_rules! admitted {
    ($own:literal) => {
        concat!(
            " WHERE release = $1 AND ($2::bytea IS NULL OR ST_Intersects(geom, ST_GeomFromEWKB($2)))",
            " AND ($4::date IS NULL OR valid_from IS NULL OR valid_from <= $4)",
            " AND ($3::date IS NULL OR valid_to IS NULL OR $3 < valid_to)",
            " AND (cardinality($5::text[]) = 0 OR (jsonb_path_query_array(oblasts, '$[*].code') ?| $5 AND EXISTS (",
            "SELECT FROM jsonb_to_recordset(oblasts) AS held (code text, valid_from date, valid_to date) WHERE held.code = ANY ($5)",
            " AND (held.valid_from IS NULL OR held.valid_from <= $6) AND (held.valid_to IS NULL OR $6 < held.valid_to))))",
            " AND $6::date IS NOT NULL",
            $own
        )
    };
}

/// A row with its shape as EWKB in bytes. The type of PostGIS would have to be looked up on every connection, by a prepared
/// statement that pgbouncer loses.
macro_rules! rows {
    ($table:literal, [$($column:literal),*]) => {
        concat!(
            "SELECT id, name_en, name_ru, name_kk, name_ky, geom::bytea AS geom, lon, lat, valid_from, valid_to, oblasts, raion",
            $(", ", $column,)* " FROM terrikon.", $table
        )
    };
}

macro_rules! statements {
    ($table:literal, [$($column:literal),*], $own:literal, $start:literal, $more:literal) => {
        Statements {
            table: $table,
            copy: concat!(
                "COPY terrikon_staging.", $table,
                " (release, id, name_en, name_ru, name_kk, name_ky, geom, lon, lat, valid_from, valid_to, oblasts, raion",
                $(", ", $column,)* ") FROM STDIN (FORMAT binary, FREEZE)"
            ),
            all: concat!(rows!($table, [$($column),*]), " WHERE release = $1 ORDER BY id"),
            one: concat!(rows!($table, [$($column),*]), " WHERE release = $1 AND id = $2"),
            count: concat!(
                "SELECT count(*), count(*) FILTER (WHERE id < ", $start, "::text OR (", $more, "::boolean AND id = ", $start, ")) FROM terrikon.", $table,
                admitted!($own)
            ),
            after: concat!(
                rows!($table, [$($column),*]), admitted!($own), " AND id > ", $start, "::text ORDER BY id LIMIT ", $more
            ),
            before: concat!(
                rows!($table, [$($column),*]), admitted!($own), " AND id < ", $start, "::text ORDER BY id DESC LIMIT ", $more
            ),
            rows: rows!($table, [$($column),*]),
            admitted: admitted!($own),
            narrowing: before($start),
        }
    };
    ($table:literal, [$($column:literal),*]) => { statements!($table, [$($column),*], "", "$7", "$8") };
}

static HOTSPOTS: Statements = statements!(
    "hotspots",
    [
        "kind",
        "subkind",
        "status",
        "country",
        "pollutants",
        "position_kind",
        "position_accuracy_m",
        "position_source",
        "trust",
        "also_known_as",
        "note"
    ],
    " AND (cardinality($7::text[]) = 0 OR kind = ANY ($7)) AND (cardinality($8::text[]) = 0 OR status = ANY ($8)) AND (cardinality($9::text[]) = 0 OR trust = ANY ($9)) AND (cardinality($10::text[]) = 0 OR pollutants && $10)",
    "$11",
    "$12"
);
static ZONES: Statements = statements!(
    "zones",
    [
        "hotspot",
        "kind",
        "rule",
        "shape",
        "basis",
        "distance_m",
        "hazard_class",
        "act",
        "act_date",
        "method",
        "verification",
        "meaning",
        "reason",
        "area_m2",
        "people_low",
        "people",
        "people_high",
        "population_source",
        "population_year",
        "country",
        "source"
    ],
    " AND (cardinality($7::text[]) = 0 OR kind = ANY ($7)) AND (cardinality($8::text[]) = 0 OR hotspot = ANY ($8))",
    "$9",
    "$10"
);
static OBLASTS: Statements = statements!("oblasts", ["code", "country", "aliases", "source"]);
static RAIONS: Statements = statements!("raions", ["code", "country", "source"]);
static RIVERS: Statements = statements!("rivers", ["rank", "source"]);
static LAKES: Statements = statements!("lakes", ["rank", "subkind", "source"]);
static SETTLEMENTS: Statements = statements!(
    "settlements",
    ["country", "population", "population_year", "population_source", "rank", "source"]
);
static PROTECTED_AREAS: Statements = statements!(
    "protected_areas",
    [
        "subkind",
        "country",
        "area_ha",
        "area_source",
        "position_accuracy_m",
        "position_source",
        "trust",
        "note"
    ]
);
static FACILITIES: Statements = statements!(
    "facilities",
    ["subkind", "status", "country", "operator", "capacity", "capacity_unit", "url", "source"]
);
static COUNTRIES: Statements = statements!("countries", ["country", "covered", "source"]);
static MEASUREMENTS: Statements = statements!(
    "measurements",
    [
        "hotspot",
        "pollutant",
        "cas",
        "medium",
        "value",
        "value_low",
        "value_high",
        "stated",
        "detection_limit",
        "unit",
        "sampled_from",
        "sampled_to",
        "limit_value",
        "limit_act",
        "exceedance",
        "meaning",
        "country",
        "source",
        "grade",
        "note"
    ]
);
static PROJECTS: Statements = statements!(
    "projects",
    [
        "kind", "hotspots", "who", "funder", "budget", "currency", "begins", "ends", "outputs", "country",
        "source", "grade", "note"
    ]
);
static INDICATORS: Statements = statements!(
    "indicators",
    [
        "indicator",
        "about",
        "subject",
        "settlement",
        "year",
        "value",
        "value_low",
        "value_high",
        "stated",
        "unit",
        "area",
        "area_note",
        "meaning",
        "country",
        "source",
        "grade",
        "note"
    ]
);

/// The statements of a collection.
pub(super) fn of(collection: CollectionId) -> &'static Statements {
    match collection {
        CollectionId::Hotspots => &HOTSPOTS,
        CollectionId::Zones => &ZONES,
        CollectionId::Oblasts => &OBLASTS,
        CollectionId::Raions => &RAIONS,
        CollectionId::Rivers => &RIVERS,
        CollectionId::Lakes => &LAKES,
        CollectionId::Settlements => &SETTLEMENTS,
        CollectionId::ProtectedAreas => &PROTECTED_AREAS,
        CollectionId::Facilities => &FACILITIES,
        CollectionId::Countries => &COUNTRIES,
        CollectionId::Measurements => &MEASUREMENTS,
        CollectionId::Projects => &PROJECTS,
        CollectionId::Indicators => &INDICATORS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_written_in_the_order_of_fields() {
        for collection in CollectionId::ALL {
            let names: Vec<_> = collection.fields().iter().map(|field| field.name).collect();
            let list = format!("raion, {}) FROM STDIN", names.join(", "));
            assert!(of(collection).copy.contains(&list), "{collection}: {}", of(collection).copy);
        }
    }
}
