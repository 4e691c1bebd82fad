//! One form that the spellings of a name share.
//!
//! A name is written in four languages and two scripts: Қарағанды, Караганда, Qaraghandy, Karaganda. [`plain`] keeps
//! the script and drops what keyboards lack; [`sound`] goes on to Latin letters and to one letter for each family
//! of sounds that romanisations spell differently. Two names with equal sound may still be different places, so
//! an equal plain form counts for more.

use any_ascii::any_ascii_char;

/// Lower case without diacritics, signs and punctuation; words parted by one space. Kazakh and Kyrgyz letters
/// become the Russian ones that people type instead.
///
/// ```
/// assert_eq!(terrikon_store::search::spelling::plain("Теміртау"), "темиртау");
/// assert_eq!(terrikon_store::search::spelling::plain("Ysyk-Köl"), "ysyk kol");
/// ```
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ә' => out.push('а'),
            'ғ' => out.push('г'),
            'қ' => out.push('к'),
            'ң' => out.push('н'),
            'ө' => out.push('о'),
            'ұ' | 'ү' | 'ў' => out.push('у'),
            'һ' => out.push('х'),
            'і' | 'ї' | 'й' => out.push('и'),
            'ё' => out.push('е'),
            'ъ' | 'ь' | '\'' | '’' | 'ʼ' | '`' => {}
            'а'..='я' => out.push(letter),
            // Latin letters of the Kazakh and Turkish alphabets that stand for two English ones.
            'ş' => out.push_str("sh"),
            'ç' => out.push_str("ch"),
            _ if letter.is_alphanumeric() => {
                let ascii = any_ascii_char(letter).to_ascii_lowercase();
                out.extend(ascii.chars().filter(char::is_ascii_alphanumeric));
            }
            // Marks that are left of a decomposed letter.
            '\u{300}'..='\u{36f}' => {}
            _ => out.push(' '),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What romanisations spell differently, longest first, and the one spelling that stands for all. `zh`, `j` and
/// `y` all end as `i`: Ж is J in Jambyl and Zh in Zhambyl, Я is Ya and Ja.
const FAMILIES: [(&str, &str); 20] = [
    ("shch", "sh"),
    ("sch", "sh"),
    ("dzh", "i"),
    ("zh", "i"),
    ("dj", "i"),
    ("kh", "h"),
    ("gh", "g"),
    ("ch", "ch"),
    ("tz", "ts"),
    ("ph", "f"),
    ("ck", "k"),
    ("ye", "e"),
    ("yo", "e"),
    ("q", "k"),
    ("c", "k"),
    ("w", "u"),
    ("j", "i"),
    ("y", "i"),
    ("x", "ks"),
    ("e", "e"),
];

/// How a name sounds, in Latin letters: the same for every usual spelling and script.
///
/// ```
/// use terrikon_store::search::spelling::sound;
/// assert_eq!(sound("Qaraghandy"), sound("Қарағанды"));
/// assert_eq!(sound("Temirtaw"), sound("Темиртау"));
/// assert_eq!(sound("Jezqazghan"), sound("Zhezkazgan"));
/// ```
#[must_use]
pub fn sound(text: &str) -> String {
    let latin = plain(text).chars().map(any_ascii_char).collect::<String>();
    let mut out = String::with_capacity(latin.len());
    let mut rest = latin.as_str();
    while let Some(letter) = rest.get(..1) {
        let family = FAMILIES.iter().find(|(spelt, _)| rest.starts_with(spelt));
        let (spelt, family) = family.copied().unwrap_or((letter, letter));
        for letter in family.chars() {
            // Doubled letters are a matter of taste: Issyk, Yssyq, Ysyk.
            if !(letter.is_alphabetic() && out.ends_with(letter)) {
                out.push(letter);
            }
        }
        rest = rest.get(spelt.len()..).unwrap_or_default();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_sounds_the_same_however_it_is_spelt() {
        for spellings in [
            &["Теміртау", "Темиртау", "temirtau", "Temirtaw", "TEMIRTAU"][..],
            &["Қарағанды", "Караганды", "Qaraghandy", "Karagandy", "Qarağandy", "Karağandı"],
            &["Жезқазған", "Жезказган", "Zhezkazgan", "Jezkazgan", "Zhezqazghan", "Jezqazğan"],
            &["Ыстықкөл", "Ystykkol", "Ystyqköl"],
            &["Ысык-Көл", "Ysyk-Kol", "Yssyk Köl", "Issyk-Kol"],
            &["Иссык-Куль", "Issyk-Kul", "Issyk Kul’"],
            &["Усть-Каменогорск", "Ust-Kamenogorsk", "ust kamenogorsk"],
            &["Хорғос", "Khorgos", "Horgos"],
            &["Щучинск", "Shchuchinsk", "Schuchinsk"],
            &["Жамбыл", "Zhambyl", "Jambyl"],
            &["Южный", "Yuzhny", "Juzhnyi"],
            &["Шымкент", "Shymkent", "Şymkent"],
            &["Чүй", "Чуй", "Chuy", "Chüy", "Çüy"],
            &["Семёновка", "Семеновка", "Semyonovka"],
        ] {
            let sounds: Vec<_> = spellings.iter().map(|name| sound(name)).collect();
            assert!(sounds.iter().all(|other| *other == sounds[0]), "{spellings:?} sound {sounds:?}");
        }
        assert_ne!(sound("Ош"), sound("Аш"));
    }

    proptest! {
        #[test]
        fn any_text_has_a_form_that_is_its_own(text in ".{0,60}") {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
            prop_assert!(sound(&text).is_ascii());
        }
    }
}
