//! Tables by chance: every kind of column, every type of shape, and values that break careless writers.

use geo::{Coord, Geometry, LineString, MultiLineString, MultiPoint, MultiPolygon, Polygon};
use proptest::{collection::vec, option, prelude::*, sample::select};
use terrikon_core::Date;
use terrikon_formats::{About, Cell, Column, Holds, Row, Table};

/// A row that owns its shape.
pub(crate) type Owned = (Option<Geometry<f64>>, Vec<Cell<'static>>);

const KINDS: [Holds; 5] = [Holds::Text, Holds::Integer, Holds::Real, Holds::List, Holds::Date];
const NAMES: [&str; 5] = ["text", "integer", "real", "list", "claims"];

/// A table with a column of each kind; the last has the name before which CSV puts the shape.
pub(crate) fn table() -> Table {
    let columns = NAMES.iter().zip(KINDS).map(|(name, holds)| Column { name, holds, about: "by chance" });
    Table {
        name: "by-chance".to_owned(),
        columns: columns.collect(),
        spatial: true,
        about: About {
            title: "By chance".to_owned(),
            release: "r0123456789abcdef".to_owned(),
            citation: "Chance, \"quoted\"; 2024".to_owned(),
            ..About::default()
        },
    }
}

fn text() -> impl Strategy<Value = String> {
    let nasty = [
        "",
        " ",
        "\"",
        "'",
        ",",
        ";",
        "a\nb",
        "a\r\nb",
        "=HYPERLINK(\"x\")",
        "+1+1",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "nul\0nul",
        "Теміртау, Ақтөбе",
        "Ысык-Көл 🏭",
        "NULL",
        "1e309",
        "\u{feff}mark",
        "\\",
        "%s",
        "[]",
        "{}",
    ];
    prop_oneof![3 => select(nasty.to_vec()).prop_map(ToOwned::to_owned), 2 => any::<String>()]
}

fn cell(holds: Holds) -> BoxedStrategy<Cell<'static>> {
    let known = match holds {
        Holds::Text => text().prop_map(|text| Cell::Text(text.into())).boxed(),
        Holds::Integer => {
            prop_oneof![any::<i64>(), select(vec![i64::MIN, -1, 0, i64::MAX])].prop_map(Cell::Integer).boxed()
        }
        Holds::Real => {
            let edges = vec![0.0, f64::MIN, f64::MAX, f64::MIN_POSITIVE, 5e-324, 0.1, 1e21, -7.5];
            prop_oneof![any::<f64>().prop_filter("finite", |number| number.is_finite()), select(edges)]
                // SQLite knows one zero.
                .prop_map(|number| Cell::Real(if number == 0.0 { 0.0 } else { number }))
                .boxed()
        }
        Holds::List => vec(text(), 0..4)
            .prop_map(|words| Cell::List(words.into_iter().map(Into::into).collect()))
            .boxed(),
        Holds::Date => (0_i16..=9999, 1_i8..=12, 1_i8..=28)
            .prop_map(|(year, month, day)| Cell::Date(Date::new(year, month, day).unwrap()))
            .boxed(),
    };
    prop_oneof![1 => Just(Cell::Empty), 5 => known].boxed()
}

fn coord() -> impl Strategy<Value = Coord<f64>> {
    (-180.0..=180.0, -90.0..=90.0).prop_map(|(x, y)| Coord { x, y })
}

fn line() -> impl Strategy<Value = LineString<f64>> {
    vec(coord(), 2..6).prop_map(LineString::new)
}

/// Closed rings; whether they cross themselves does not matter to a file.
fn polygon() -> impl Strategy<Value = Polygon<f64>> {
    let ring = || vec(coord(), 3..6).prop_map(LineString::new);
    (ring(), vec(ring(), 0..3)).prop_map(|(exterior, holes)| Polygon::new(exterior, holes))
}

fn simple() -> BoxedStrategy<Geometry<f64>> {
    prop_oneof![
        coord().prop_map(|at| geo::Point::from(at).into()),
        line().prop_map(Into::into),
        polygon().prop_map(Into::into),
        vec(coord(), 1..4)
            .prop_map(|points| { MultiPoint::new(points.into_iter().map(Into::into).collect()).into() }),
        vec(line(), 1..4).prop_map(|lines| MultiLineString::new(lines).into()),
        vec(polygon(), 1..4).prop_map(|polygons| MultiPolygon::new(polygons).into()),
    ]
    .boxed()
}

fn shape() -> impl Strategy<Value = Geometry<f64>> {
    prop_oneof![
        6 => simple(),
        1 => vec(simple(), 1..4).prop_map(|shapes| Geometry::GeometryCollection(shapes.into())),
    ]
}

/// Rows of [`table`]: of one type of shape, of several, or of several with rows that have none.
pub(crate) fn rows() -> impl Strategy<Value = Vec<Owned>> {
    let cells = || KINDS.map(cell).to_vec();
    let points = coord().prop_map(|at| Some(geo::Point::from(at).into()));
    prop_oneof![
        vec((points, cells()), 0..60),
        vec((shape().prop_map(Some), cells()), 0..40),
        vec((option::of(shape()), cells()), 0..40),
    ]
}

/// The same as a writer takes them.
pub(crate) fn borrowed(rows: &[Owned]) -> Vec<Row<'_>> {
    rows.iter().map(|(shape, cells)| Row { shape: shape.as_ref(), cells: cells.clone() }).collect()
}
