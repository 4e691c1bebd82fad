//! What hotspots are called: in every language the name begins by saying that the place is made up.

use crate::draw::Draw;
use terrikon_core::{Kind, Lang, Names};

/// "Made-up place", as names begin.
const fn made_up(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Synthetic",
        Lang::Ru => "Вымышленный объект",
        Lang::Kk => "Ойдан шығарылған нысан",
        Lang::Ky => "Ойдон чыгарылган объект",
    }
}

/// The word for a kind within a name.
const fn word(kind: Kind, lang: Lang) -> &'static str {
    // In the order of the languages.
    let words = match kind {
        Kind::Tailings => ["tailings", "хвостохранилище", "қалдық қоймасы", "калдык сактагыч"],
        Kind::Dump => ["dump", "свалка", "қоқыс орны", "таштанды жайы"],
        Kind::River => ["river", "река", "өзен", "дарыя"],
        Kind::Lake => ["lake", "озеро", "көл", "көл"],
        Kind::IndustrialTown => {
            ["industrial town", "промышленный город", "өнеркәсіпті қала", "өнөр жайлуу шаар"]
        }
        Kind::Other => ["hotspot", "очаг", "ошақ", "очок"],
    };
    words[lang as usize]
}

/// How many names of a language are missing though the town has one in it.
const fn missing(lang: Lang) -> f64 {
    match lang {
        Lang::En => 0.0,
        Lang::Ru => 0.05,
        Lang::Kk | Lang::Ky => 0.1,
    }
}

/// The names of a hotspot at a town: "Synthetic 0000123: dump, Temirtau". English always, the others where the town has a
/// name in them, mostly.
pub(crate) fn names(number: usize, kind: Kind, town: Option<&Names>, draw: &mut Draw) -> Names {
    let mut names = Names::default();
    for lang in Lang::ALL {
        let is_missing = draw.chance(missing(lang));
        let begin = format!("{} {number:07}: {}", made_up(lang), word(kind, lang));
        match town.and_then(|town| town.get(lang)) {
            Some(town) if !is_missing => names.set(lang, &format!("{begin}, {town}")),
            None if lang == Lang::En => names.set(lang, &begin),
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Subject;

    #[test]
    fn a_name_says_that_it_is_made_up_and_where() {
        let mut town = Names::default();
        town.set(Lang::En, "Temirtau");
        town.set(Lang::Kk, "Теміртау");
        let all: Vec<_> = (0..1_000)
            .map(|number| names(number, Kind::Dump, Some(&town), &mut Draw::of(1, Subject::Names, number)))
            .collect();
        assert_eq!(all[123].en.as_deref(), Some("Synthetic 0000123: dump, Temirtau"));
        assert!(
            all.iter().all(|names| names.ru.is_none() && names.ky.is_none()),
            "no language is put for another"
        );
        let kazakh: Vec<_> = all.iter().filter_map(|names| names.kk.as_deref()).collect();
        assert!((850..950).contains(&kazakh.len()), "some are missing: {}", kazakh.len());
        assert!(kazakh.iter().all(|name| name.starts_with("Ойдан шығарылған") && name.ends_with("Теміртау")));
    }

    #[test]
    fn without_a_town_there_is_a_name_all_the_same() {
        let names = names(5, Kind::Lake, None, &mut Draw::of(1, Subject::Names, 5));
        assert_eq!(names.iter().collect::<Vec<_>>(), [(Lang::En, "Synthetic 0000005: lake")]);
    }

    #[test]
    fn words_are_of_their_language() {
        assert_eq!(Lang::ALL.map(|lang| word(Kind::Tailings, lang))[1], "хвостохранилище");
        assert_eq!(Lang::ALL.map(|lang| lang as usize), [0, 1, 2, 3]);
    }
}
