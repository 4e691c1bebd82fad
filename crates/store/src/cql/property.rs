//! What a collection can be narrowed and ordered by.

use super::CqlError;
use std::borrow::Cow;
use terrikon_core::{CollectionId, Date, Described, Field, FieldType, Lang};

/// What a property holds, as far as comparing goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text, ordered by its bytes.
    Text,
    /// Numbers; whole ones are compared as 64-bit floats too.
    Number,
    /// Days.
    Date,
    /// Lists of words, compared as sets. One without words is null: nothing is told.
    List,
}

impl Holds {
    /// The word for it in problems.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::List => "list",
        }
    }
}

/// A property of features that can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Property {
    /// The id.
    Id,
    /// The name as it is shown to readers of a language: in it, or in the next one that they know.
    Shown(Lang),
    /// The name in one language.
    Name(Lang),
    /// The first day.
    ValidFrom,
    /// The day after the last one.
    ValidTo,
    /// The code of the oblast that holds it on the asked day.
    Oblast,
    /// The code of the raion that holds it.
    Raion,
    /// A field of the collection.
    Field(&'static Field),
}

/// A value of a property, or a constant.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Text.
    Text(Cow<'a, str>),
    /// A number, never NaN.
    Number(f64),
    /// A day.
    Date(Date),
}

impl Property {
    /// Everything that a collection can be narrowed by beside its shape, in the order of its schema. Names that are shown
    /// are those for readers of `lang`.
    #[must_use]
    pub fn all(collection: CollectionId, lang: Lang) -> Vec<Self> {
        let mut all = vec![Self::Id, Self::Shown(lang)];
        all.extend(Lang::ALL.map(Self::Name));
        all.extend(collection.fields().iter().map(Self::Field));
        // As answers tell it.
        if collection != CollectionId::Countries {
            all.push(Self::Oblast);
        }
        if !matches!(collection, CollectionId::Countries | CollectionId::Oblasts | CollectionId::Raions) {
            all.push(Self::Raion);
        }
        all.extend([Self::ValidFrom, Self::ValidTo]);
        all
    }

    /// Those by which a collection can be ordered.
    #[must_use]
    pub fn sortable(collection: CollectionId, lang: Lang) -> Vec<Self> {
        Self::all(collection, lang).into_iter().filter(|property| property.holds() != Holds::List).collect()
    }

    /// The property of a name.
    pub(super) fn named(name: &str, among: &[Self], more: &[&'static str]) -> Result<Self, CqlError> {
        among.iter().copied().find(|property| property.name() == name).ok_or_else(|| {
            CqlError::UnknownProperty {
                name: name.to_owned(),
                accepted: among.iter().map(|property| property.name()).chain(more.iter().copied()).collect(),
            }
        })
    }

    /// Its name in filters, as in the properties of answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Shown(_) => "name",
            Self::Name(Lang::En) => "name_en",
            Self::Name(Lang::Ru) => "name_ru",
            Self::Name(Lang::Kk) => "name_kk",
            Self::Name(Lang::Ky) => "name_ky",
            Self::ValidFrom => "valid_from",
            Self::ValidTo => "valid_to",
            Self::Oblast => "oblast",
            Self::Raion => "raion",
            Self::Field(field) => field.name,
        }
    }

    /// What it holds.
    #[must_use]
    pub const fn holds(self) -> Holds {
        match self {
            Self::ValidFrom | Self::ValidTo => Holds::Date,
            Self::Field(field) => match field.holds {
                FieldType::Text => Holds::Text,
                FieldType::Integer | FieldType::Real => Holds::Number,
                FieldType::List => Holds::List,
            },
            _ => Holds::Text,
        }
    }

    /// Its value; `None` where it is absent, and for lists, which [`Described::words`] gives.
    pub(super) fn of(self, feature: &impl Described, date: Date) -> Option<Value<'_>> {
        match self {
            Self::Id => Some(borrowed(feature.id())),
            Self::Shown(lang) => feature.names().shown(lang).map(|(name, _)| borrowed(name)),
            Self::Name(lang) => feature.names().get(lang).map(borrowed),
            Self::ValidFrom => feature.validity().valid_from.map(Value::Date),
            Self::ValidTo => feature.validity().valid_to.map(Value::Date),
            Self::Oblast => feature.oblast_on(date).map(borrowed),
            Self::Raion => feature.raion().map(borrowed),
            Self::Field(field) => match self.holds() {
                Holds::Number => feature.number(field.name).map(Value::Number),
                _ => feature.text(field.name).map(borrowed),
            },
        }
    }
}

fn borrowed(text: &str) -> Value<'_> {
    Value::Text(Cow::Borrowed(text))
}

impl Value<'_> {
    /// The same on its own.
    pub(super) fn kept(self) -> Value<'static> {
        match self {
            Self::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Self::Number(number) => Value::Number(number),
            Self::Date(date) => Value::Date(date),
        }
    }

    /// Which of two values of one type is greater; `None` where their types differ.
    pub(super) fn compare(&self, other: &Self) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => Some(a.as_bytes().cmp(b.as_bytes())),
            (Self::Number(a), Self::Number(b)) => a.partial_cmp(b),
            (Self::Date(a), Self::Date(b)) => Some(a.cmp(b)),
            _ => None,
        }
    }
}
