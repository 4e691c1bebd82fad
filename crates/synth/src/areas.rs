//! Which oblast and raion hold a position, a million times.

use geo::{
    BoundingRect as _, Contains as _, Coord, Geometry, Intersects as _, MultiPolygon, Orient as _, Rect,
    indexed::IntervalTreeMultiPolygon, orient::Direction,
};
use std::collections::BTreeSet;
use terrikon_core::{AreaAt, CollectionId, Envelope, Feature, Release, Validity, release::round};

/// An area that can be asked quickly.
struct Area {
    code: String,
    country: String,
    validity: Validity,
    within: Rect<f64>,
    shape: IntervalTreeMultiPolygon<f64>,
}

impl Area {
    fn of(feature: &Feature) -> Option<Self> {
        let polygons = match feature.geometry.as_ref()? {
            Geometry::Polygon(polygon) => MultiPolygon(vec![polygon.clone()]),
            Geometry::MultiPolygon(polygons) => polygons.clone(),
            _ => return None,
        };
        let within = polygons.bounding_rect()?;
        // The index counts windings: a hole is one only where it runs the other way.
        let polygons = polygons.orient(Direction::Default);
        Some(Self {
            code: feature.text("code").unwrap_or(&feature.id).to_owned(),
            country: feature.text("country").unwrap_or_default().to_owned(),
            validity: feature.validity,
            within,
            shape: IntervalTreeMultiPolygon::new(&polygons),
        })
    }

    fn holds(&self, [lon, lat]: [f64; 2]) -> bool {
        let at = Coord { x: lon, y: lat };
        self.within.intersects(&at) && self.shape.contains(&at)
    }
}

/// The oblasts and raions of the covered countries.
pub(crate) struct Areas {
    /// By their first day.
    oblasts: Vec<Area>,
    raions: Vec<Area>,
    /// The box around the oblasts of today.
    extent: Envelope,
    /// A position that is inside one of them.
    anchor: [f64; 2],
}

/// What holds a position.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Located {
    /// The country.
    pub(crate) country: String,
    /// The oblast in each division, as one where the code did not change.
    pub(crate) oblasts: Vec<AreaAt>,
    /// The raion of today.
    pub(crate) raion: Option<String>,
}

impl Areas {
    /// The areas of a release; `None` where no oblast of a covered country is valid today. Where a release does not say
    /// which countries it covers, all of them are.
    pub(crate) fn of(release: &Release) -> Option<Self> {
        let countries = &release.collection(CollectionId::Countries).features;
        let covered: BTreeSet<&str> = countries
            .iter()
            .filter(|country| country.number("covered") == Some(1.0))
            .filter_map(|country| country.text("country"))
            .collect();
        let areas = |id| {
            let features = release.collection(id).features.iter();
            let areas = features.filter_map(Area::of);
            let is_covered = |area: &Area| covered.is_empty() || covered.contains(area.country.as_str());
            areas.filter(is_covered).collect::<Vec<_>>()
        };
        let mut oblasts = areas(CollectionId::Oblasts);
        oblasts.sort_by(|a, b| (a.validity, &a.code).cmp(&(b.validity, &b.code)));
        let current = || oblasts.iter().filter(|area| area.validity.is_current());
        let boxes = current().filter_map(|area| Envelope::of(&area.within.into()));
        let extent = boxes.reduce(|all, one| all.union(&one))?;
        let features = &release.collection(CollectionId::Oblasts).features;
        let labels = features.iter().filter_map(|feature| feature.position).map(|at| at.map(round));
        let anchor = labels.into_iter().find(|at| current().any(|area| area.holds(*at)))?;
        let mut raions = areas(CollectionId::Raions);
        raions.retain(|raion| raion.validity.is_current());
        Some(Self { raions, extent, anchor, oblasts })
    }

    /// The box around the oblasts of today.
    pub(crate) fn extent(&self) -> Envelope {
        self.extent
    }

    /// A position that is inside one of them.
    pub(crate) fn anchor(&self) -> [f64; 2] {
        self.anchor
    }

    /// The code of the oblast that holds a position today.
    pub(crate) fn oblast_today(&self, at: [f64; 2]) -> Option<&str> {
        self.today(at).map(|area| area.code.as_str())
    }

    fn today(&self, at: [f64; 2]) -> Option<&Area> {
        self.oblasts.iter().find(|area| area.validity.is_current() && area.holds(at))
    }

    /// What holds a position; `None` outside of the oblasts of today.
    pub(crate) fn locate(&self, at: [f64; 2]) -> Option<Located> {
        let country = &self.today(at)?.country;
        let mut oblasts: Vec<AreaAt> = Vec::new();
        for area in self.oblasts.iter().filter(|area| area.country == *country && area.holds(at)) {
            match oblasts.last_mut() {
                Some(last)
                    if last.code == area.code && last.validity.valid_to == area.validity.valid_from =>
                {
                    last.validity.valid_to = area.validity.valid_to;
                }
                _ => oblasts.push(AreaAt { code: area.code.clone(), validity: area.validity }),
            }
        }
        let raion = self.raions.iter().find(|area| area.country == *country && area.holds(at));
        Some(Located { country: country.clone(), oblasts, raion: raion.map(|area| area.code.clone()) })
    }
}
