//! What a picture is asked to show, in the one form that equal requests share.

use crate::{
    parameters::{self, Parameters},
    problem::{Hint, Problem, Slug},
    style::Theme,
};
use std::ops::RangeInclusive;
use terrikon_core::{CollectionId, Date, Envelope, Lang};
use terrikon_store::{HotspotFilter, Item, Snapshot};
use terrikon_tiles::LayerName;

/// How long either side may be, in CSS pixels: room for a title and the sources, and at two device pixels each 27 cm in print.
pub(crate) const SIDES: RangeInclusive<u16> = 240..=1600;

/// The layers that may be left out: ground and neighbours are always there.
pub(crate) const OFFERED: [LayerName; 7] = [
    LayerName::Hotspots,
    LayerName::Zones,
    LayerName::Rivers,
    LayerName::Lakes,
    LayerName::Borders,
    LayerName::Settlements,
    LayerName::Labels,
];

/// The card of social networks.
const SIZE: Size = Size { width: 1200, height: 630 };

/// What comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    /// Pixels.
    Png,
    /// Shapes.
    Svg,
}

impl Form {
    pub(crate) const fn media(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// The sides of a picture, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Size {
    pub(crate) width: u16,
    pub(crate) height: u16,
}

/// What the map is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Subject {
    /// Both countries.
    Whole,
    /// One hotspot and its surroundings, by id.
    Hotspot(String),
    /// Oblasts, by code.
    Oblasts(Vec<String>),
    /// A box: west, south, east, north in millionths of a degree.
    Box([i32; 4]),
}

/// Everything that decides how a picture of a release looks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Request {
    pub(crate) subject: Subject,
    pub(crate) size: Size,
    /// Device pixels in a CSS pixel: 1 or 2.
    pub(crate) scale: u8,
    pub(crate) lang: Lang,
    pub(crate) theme: Theme,
    /// Those of [`OFFERED`] that are drawn.
    pub(crate) layers: Vec<LayerName>,
    pub(crate) filter: HotspotFilter,
    /// The day that is shown and told.
    pub(crate) date: Date,
}

impl Request {
    /// Reads the parameters; also the hotspot, where one is the subject.
    ///
    /// # Errors
    /// A problem that names the parameter, or that the store does not answer.
    pub(crate) async fn read(
        known: &Parameters<'_>,
        lang: Lang,
        snapshot: &dyn Snapshot,
    ) -> Result<(Self, Option<Item>), Problem> {
        let subjects = ["hotspot", "oblast", "bbox"].map(|name| known.get(name).map(|_| name));
        let mut subjects = subjects.into_iter().flatten();
        if let (Some(first), Some(second)) = (subjects.next(), subjects.next()) {
            return Err(Problem::new(Slug::ConflictingParameters).parameter(second).with("other", first));
        }
        let date = parameters::days(known)?.date;
        let filter = known.filter(snapshot, date)?.canonical();
        let size = size(known)?;
        let scale = scale(known)?;
        let theme = known.get("theme").map_or(Ok(Theme::default()), |word| {
            word.parse().map_err(|unknown| Problem::unknown_word("theme", &unknown))
        })?;
        let layers = layers(known)?;
        let hotspot = match known.get("hotspot") {
            Some(id) => Some(hotspot(id, snapshot).await?),
            None => None,
        };
        let subject = match (&hotspot, bbox(known, snapshot)?) {
            (Some(item), _) => Subject::Hotspot(item.feature.id.clone()),
            (None, Some(corners)) => Subject::Box(corners),
            (None, None) if !filter.oblasts.is_empty() => Subject::Oblasts(filter.oblasts.clone()),
            (None, None) => Subject::Whole,
        };
        Ok((Self { subject, size, scale, lang, theme, layers, filter, date }, hotspot))
    }

    /// Whether a layer is drawn; those that are not offered always are.
    pub(crate) fn draws(&self, layer: LayerName) -> bool {
        !OFFERED.contains(&layer) || self.layers.contains(&layer)
    }

    /// A name that tells what is in the file, in plain ASCII.
    pub(crate) fn file_name(&self, form: Form) -> String {
        let subject = match &self.subject {
            Subject::Whole => "map".to_owned(),
            Subject::Hotspot(id) => id.clone(),
            Subject::Oblasts(codes) => codes.join("-"),
            Subject::Box(corners) => {
                corners.map(|corner| format!("{:.2}", f64::from(corner) / 1e6)).join("_")
            }
        };
        let plain: String = subject
            .chars()
            .map(|letter| if letter.is_ascii_alphanumeric() || "-_.".contains(letter) { letter } else { '-' })
            .take(80)
            .collect();
        format!("terrikon-{plain}-{}.{}", self.lang, form.extension())
    }
}

fn size(known: &Parameters<'_>) -> Result<Size, Problem> {
    let Some(text) = known.get("size") else { return Ok(SIZE) };
    let side = |text: &str| {
        let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|side: &u16| plain && SIDES.contains(side))
    };
    let read = text.split_once('x').and_then(|(width, height)| Some((side(width)?, side(height)?)));
    let (width, height) = read.ok_or_else(|| {
        Problem::new(Slug::InvalidSize)
            .parameter("size")
            .with("value", text)
            .with("least", &SIDES.start().to_string())
            .with("most", &SIDES.end().to_string())
    })?;
    Ok(Size { width, height })
}

fn scale(known: &Parameters<'_>) -> Result<u8, Problem> {
    match known.get("scale") {
        None | Some("1") => Ok(1),
        Some("2") => Ok(2),
        Some(other) => {
            Err(Problem::new(Slug::UnknownValue).parameter("scale").with("value", other).accepted(["1", "2"]))
        }
    }
}

fn layers(known: &Parameters<'_>) -> Result<Vec<LayerName>, Problem> {
    if known.get("layers").is_none() {
        return Ok(OFFERED.to_vec());
    }
    let named = |word: &str| {
        OFFERED.into_iter().find(|layer| layer.as_str() == word).ok_or_else(|| {
            Problem::new(Slug::UnknownValue).parameter("layers").with("value", word).accepted(OFFERED)
        })
    };
    let asked: Vec<LayerName> = known.words("layers").map(named).collect::<Result<_, _>>()?;
    Ok(OFFERED.into_iter().filter(|layer| asked.contains(layer)).collect())
}

async fn hotspot(id: &str, snapshot: &dyn Snapshot) -> Result<Item, Problem> {
    let found = snapshot.item(CollectionId::Hotspots, id).await?;
    found.ok_or_else(|| {
        Problem::new(Slug::UnknownValue).parameter("hotspot").with("value", id).hint(Hint::UseSearch)
    })
}

/// A box with an inside, in millionths of a degree.
fn bbox(known: &Parameters<'_>, snapshot: &dyn Snapshot) -> Result<Option<[i32; 4]>, Problem> {
    let Some(Envelope { west, south, east, north }) = parameters::bbox(known, snapshot.directory())? else {
        return Ok(None);
    };
    // A still map has no antimeridian to cross, and a point no scale.
    if west >= east || south >= north {
        let text = known.get("bbox").unwrap_or_default();
        return Err(Problem::new(Slug::InvalidBbox)
            .parameter("bbox")
            .with("value", text)
            .hint(Hint::BboxOrder));
    }
    Ok(Some([west, south, east, north].map(|degrees| (degrees * 1e6).round() as i32)))
}
