//! Lines of letters no wider than there is room for.

use super::lettering::{Run, Setting};

/// Lines of at most `width` em, broken at spaces. A single longer word stands alone. `most` lines are given at most; the last ends in
/// an ellipsis where something is left over.
pub(super) fn wrap(text: &str, setting: Setting, width: f64, most: usize) -> Vec<Run> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if setting.width(&format!("{line} {word}")) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = shortened(&format!("{last} …"), setting, width);
        }
    }
    lines.iter().map(|line| setting.line(&shortened(line, setting, width))).collect()
}

/// Lines of about equal length, as names on maps are set: broken at spaces and behind hyphens, and never shortened.
pub(super) fn balanced(text: &str, setting: Setting, width: f64) -> Vec<Run> {
    let (parts, whole) = (parts(text), setting.width(text));
    let lines = filled(&parts, setting, width);
    if lines.len() < 2 {
        return lines.iter().map(|line| setting.line(line)).collect();
    }
    let even = filled(&parts, setting, (whole / lines.len() as f64 * 1.12).min(width));
    let lines = if even.len() == lines.len() { even } else { lines };
    lines.iter().map(|line| setting.line(line)).collect()
}

/// What may stand on a line of its own, with the space or hyphen behind it.
fn parts(text: &str) -> Vec<&str> {
    text.split_inclusive([' ', '-']).collect()
}

fn filled(parts: &[&str], setting: Setting, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if setting.width(format!("{line}{part}").trim_end()) <= width => line.push_str(part),
            _ => lines.push((*part).to_owned()),
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// A line with as many letters as there is room for, then an ellipsis.
fn shortened(line: &str, setting: Setting, width: f64) -> String {
    if setting.width(line) <= width {
        return line.to_owned();
    }
    let letters: Vec<char> = line.chars().filter(|letter| *letter != '…').collect();
    // The greatest number that fits: more letters are never narrower, save by a little kerning.
    let fits = |count: usize| {
        let short: String = letters[..count].iter().collect();
        let short = format!("{}…", short.trim_end());
        (setting.width(&short) <= width).then_some(short)
    };
    let (mut low, mut high) = (0, letters.len());
    while low < high {
        let middle = (low + high).div_ceil(2);
        if fits(middle).is_some() { low = middle } else { high = middle - 1 }
    }
    fits(low).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::picture::lettering::Face;
    use terrikon_core::Lang;

    const SETTING: Setting = Setting::new(Face::Regular, Lang::Ru);

    #[test]
    fn lines_keep_to_their_room_and_say_everything() {
        let text = "Темиртау: воздух металлургического комбината и соседних заводов";
        let lines = wrap(text, SETTING, 14.0, usize::MAX);
        assert!(lines.len() > 2 && lines.iter().all(|line| line.width <= 14.0));
        assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "), text);
        let short = wrap(text, SETTING, 14.0, 2);
        assert!(short.len() == 2 && short[1].text.ends_with('…') && short[1].width <= 14.0, "{short:?}");
    }

    #[test]
    fn a_word_that_is_too_long_is_shortened() {
        let lines = wrap("Достопримечательностями", SETTING, 4.0, 3);
        assert!(lines.len() == 1 && lines[0].text.ends_with('…') && lines[0].width <= 4.0, "{lines:?}");
    }

    #[test]
    fn names_are_broken_evenly() {
        let lines = balanced("Северо-Казахстанская область", SETTING, 9.0);
        let lines: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines, ["Северо-", "Казахстанская", "область"]);
    }
}
