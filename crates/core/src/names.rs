//! Names in the four languages of the service. They are equal; none is the "real" one.

use crate::kind::UnknownWord;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A language of the service, by its ISO 639-1 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Russian.
    Ru,
    /// Kazakh (Cyrillic).
    Kk,
    /// Kyrgyz.
    Ky,
}

impl Lang {
    /// The four, in the order in which they are listed to people.
    pub const ALL: [Self; 4] = [Self::En, Self::Ru, Self::Kk, Self::Ky];

    /// `en`, `ru`, `kk` or `ky`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Kk => "kk",
            Self::Ky => "ky",
        }
    }

    /// Where to look next when a name is missing: first the language most readers of this one also
    /// read, never a transliteration.
    #[must_use]
    pub const fn fallbacks(self) -> [Self; 4] {
        match self {
            Self::En => [Self::En, Self::Ru, Self::Kk, Self::Ky],
            Self::Ru => [Self::Ru, Self::En, Self::Kk, Self::Ky],
            Self::Kk => [Self::Kk, Self::Ru, Self::En, Self::Ky],
            Self::Ky => [Self::Ky, Self::Ru, Self::En, Self::Kk],
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Lang {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.into_iter().find(|lang| lang.as_str() == word).ok_or_else(|| UnknownWord {
            vocabulary: "lang",
            word: word.to_owned(),
            accepted: Self::ALL.iter().map(|lang| lang.as_str()).collect(),
        })
    }
}

/// A name in each language in which a source attests it. A missing one stays missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// Russian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ru: Option<String>,
    /// Kazakh.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kk: Option<String>,
    /// Kyrgyz.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ky: Option<String>,
}

impl Names {
    /// The name in one language, if a source attests it.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.en.as_deref(),
            Lang::Ru => self.ru.as_deref(),
            Lang::Kk => self.kk.as_deref(),
            Lang::Ky => self.ky.as_deref(),
        }
    }

    /// Sets the name in one language; blank text counts as missing.
    pub fn set(&mut self, lang: Lang, name: &str) {
        let name = name.trim();
        let name = (!name.is_empty()).then(|| name.to_owned());
        match lang {
            Lang::En => self.en = name,
            Lang::Ru => self.ru = name,
            Lang::Kk => self.kk = name,
            Lang::Ky => self.ky = name,
        }
    }

    /// The name to show to a reader of `lang`, and the language that it is really in.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> Option<(&str, Lang)> {
        lang.fallbacks().into_iter().find_map(|candidate| Some((self.get(candidate)?, candidate)))
    }

    /// Every name that is there, with its language.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        Lang::ALL.into_iter().filter_map(|lang| Some((lang, self.get(lang)?)))
    }

    /// Whether no language has a name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_name_falls_back_and_says_its_language() {
        let mut names = Names::default();
        names.set(Lang::Ru, "Темиртау");
        names.set(Lang::Ky, "  ");
        assert_eq!(names.shown(Lang::Kk), Some(("Темиртау", Lang::Ru)));
        assert_eq!(names.shown(Lang::Ky), Some(("Темиртау", Lang::Ru)));
        assert_eq!(Names::default().shown(Lang::En), None);
    }
}
