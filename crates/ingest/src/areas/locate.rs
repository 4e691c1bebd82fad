//! Which areas hold a point, and how far away a stated one is.

use super::{
    AreasRecipe,
    cells::{Cell, Cells},
    features::push_area,
};
use geo::{Contains as _, Coord, Distance as _, Euclidean, MapCoords as _, MultiPolygon, Point};
use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};
use std::collections::BTreeMap;
use terrikon_core::{AreaAt, Collection, CollectionId, Validity};

/// Metres of one degree of latitude, near enough for tolerances of kilometres.
const METRES_PER_DEGREE: f64 = 111_200.0;

/// An index of cells by place.
#[derive(Debug)]
pub struct Areas {
    cells: Vec<(Cell, MultiPolygon<f64>)>,
    tree: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
    divisions: Vec<(String, Vec<String>, Validity)>,
    /// Folded names and codes of oblasts.
    oblast_names: BTreeMap<String, Vec<String>>,
    covered: Vec<String>,
}

/// What holds a point.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Located {
    /// The country.
    pub country: Option<String>,
    /// The oblast in each division.
    pub oblasts: Vec<AreaAt>,
    /// The raion.
    pub raion: Option<String>,
}

impl Areas {
    /// An index of all cells.
    #[must_use]
    pub fn new(cells: &Cells, recipe: &AreasRecipe, collections: &[Collection]) -> Self {
        let cells = cells.dissolve(Some);
        let boxes = cells.iter().enumerate().flat_map(|(number, (_, polygons))| {
            polygons.iter().filter_map(move |polygon| {
                let rect = geo::BoundingRect::bounding_rect(polygon)?;
                let corners =
                    Rectangle::from_corners([rect.min().x, rect.min().y], [rect.max().x, rect.max().y]);
                Some(GeomWithData::new(corners, number))
            })
        });
        let tree = RTree::bulk_load(boxes.collect());
        let divisions = recipe
            .division
            .iter()
            .map(|division| (division.column.clone(), division.countries.clone(), division.validity()))
            .collect();
        let mut oblast_names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for oblast in
            super::find(collections, CollectionId::Oblasts).into_iter().flat_map(|found| &found.features)
        {
            let Some(code) = oblast.text("code") else { continue };
            let names = oblast.names.iter().map(|(_, name)| name.to_owned());
            let aliases = oblast.list("aliases").map(ToOwned::to_owned);
            for name in names.chain(aliases).chain([code.to_owned()]) {
                let codes = oblast_names.entry(fold_oblast(&name)).or_default();
                if !codes.iter().any(|known| known == code) {
                    codes.push(code.to_owned());
                }
            }
        }
        Self { cells, tree, divisions, oblast_names, covered: recipe.covered.clone() }
    }

    /// The countries that the release covers.
    #[must_use]
    pub fn covered(&self) -> Vec<&str> {
        self.covered.iter().map(String::as_str).collect()
    }

    /// The country that holds a point.
    #[must_use]
    pub fn country_at(&self, lon: f64, lat: f64) -> Option<&str> {
        self.holding(lon, lat).find_map(|(cell, _)| cell.country.as_deref())
    }

    /// Metres from a point to a country, 0 inside; `None` where no cell is of that country.
    #[must_use]
    pub fn distance_to_country(&self, country: &str, lon: f64, lat: f64) -> Option<f64> {
        self.distance(lon, lat, |cell| cell.country.as_deref() == Some(country))
    }

    /// Metres from a point to an oblast in any division, 0 inside; `None` where no cell is of it.
    #[must_use]
    pub fn distance_to_oblast(&self, code: &str, lon: f64, lat: f64) -> Option<f64> {
        self.distance(lon, lat, |cell| cell.oblasts.values().any(|known| known == code))
    }

    /// The codes of the oblasts that have a name, by any of their names, aliases and codes.
    #[must_use]
    pub fn oblasts_named(&self, name: &str) -> Option<Vec<String>> {
        self.oblast_names.get(&fold_oblast(name)).cloned()
    }

    /// The areas that hold a point. A point outside every raion (on a shore, in a harbour, at a generalised border)
    /// gets the nearest one of its country within `tolerance_m`.
    #[must_use]
    pub fn locate(&self, country: Option<&str>, lon: f64, lat: f64, tolerance_m: f64) -> Located {
        let fits = |cell: &Cell| match country {
            Some(code) => cell.country.as_deref() == Some(code),
            None => cell.country.is_some(),
        };
        let inside = self.holding(lon, lat).find(|(cell, _)| fits(cell));
        let cell = inside.or_else(|| self.nearest(lon, lat, tolerance_m, fits)).map(|(cell, _)| cell);
        cell.map(|cell| self.located(cell)).unwrap_or_default()
    }

    fn located(&self, cell: &Cell) -> Located {
        let mut oblasts = Vec::new();
        for (column, countries, validity) in &self.divisions {
            let counted = cell.country.as_ref().is_some_and(|country| countries.contains(country));
            if let (true, Some(code)) = (counted, cell.oblasts.get(column)) {
                push_area(&mut oblasts, code.clone(), *validity);
            }
        }
        Located { country: cell.country.clone(), oblasts, raion: cell.raion.clone() }
    }

    fn holding(&self, lon: f64, lat: f64) -> impl Iterator<Item = &(Cell, MultiPolygon<f64>)> {
        self.tree
            .locate_all_at_point(&[lon, lat])
            .filter_map(|entry| self.cells.get(entry.data))
            .filter(move |(_, polygons)| polygons.contains(&Point::new(lon, lat)))
    }

    fn nearest(
        &self,
        lon: f64,
        lat: f64,
        within_m: f64,
        fits: impl Fn(&Cell) -> bool,
    ) -> Option<&(Cell, MultiPolygon<f64>)> {
        let degrees = within_m / METRES_PER_DEGREE;
        let wide = degrees / lat.to_radians().cos().max(0.01);
        let around = AABB::from_corners([lon - wide, lat - degrees], [lon + wide, lat + degrees]);
        let mut near: Vec<usize> =
            self.tree.locate_in_envelope_intersecting(&around).map(|entry| entry.data).collect();
        near.sort_unstable();
        near.dedup();
        near.into_iter()
            .filter_map(|number| self.cells.get(number))
            .filter(|(cell, _)| fits(cell))
            .map(|entry| (metres(&entry.1, lon, lat), entry))
            .filter(|(metres, _)| *metres <= within_m)
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, entry)| entry)
    }

    fn distance(&self, lon: f64, lat: f64, fits: impl Fn(&Cell) -> bool) -> Option<f64> {
        if self.holding(lon, lat).any(|(cell, _)| fits(cell)) {
            return Some(0.0);
        }
        let all =
            self.cells.iter().filter(|(cell, _)| fits(cell)).map(|(_, polygons)| metres(polygons, lon, lat));
        all.reduce(f64::min)
    }
}

/// Metres from a point to polygons, on a plane that touches the earth at the point: right to a few per cent within
/// hundreds of kilometres, which is all that a tolerance asks for.
fn metres(polygons: &MultiPolygon<f64>, lon: f64, lat: f64) -> f64 {
    let narrow = lat.to_radians().cos();
    let local = polygons.map_coords(|coord| Coord {
        x: (coord.x - lon) * narrow * METRES_PER_DEGREE,
        y: (coord.y - lat) * METRES_PER_DEGREE,
    });
    Euclidean.distance(&Point::new(0.0, 0.0), &local)
}

/// One spelling for "Karaganda Region", "Karagandinskaya oblast", "karaganda".
fn fold_oblast(name: &str) -> String {
    const GENERIC: [&str; 12] = [
        "region",
        "oblast",
        "oblasty",
        "oblysy",
        "province",
        "city",
        "область",
        "облысы",
        "облусу",
        "қаласы",
        "город",
        "шаары",
    ];
    let lower = name.to_lowercase();
    let words = lower.split_whitespace().filter(|word| !GENERIC.contains(word));
    words.map(crate::validate::names::folded).collect::<Vec<_>>().join(" ")
}
