//! Classes of figures by natural breaks: within a class figures differ as little as they can (Fisher 1958, Jenks 1977).

use std::collections::BTreeSet;

/// As many shades as readers tell apart.
pub(super) const MOST: usize = 5;

/// The limits between classes, ascending: class `i` holds what is at least limit `i - 1` and below limit `i`. None where all figures are
/// alike. Nothing at all is a class of its own. Limits are the shortest numbers between the figures that they part.
///
/// Takes O(n²) for n different figures.
pub(super) fn limits(figures: impl Iterator<Item = f64>, most: usize) -> Vec<f64> {
    // Bits of numbers that are not negative are ordered as they are.
    let distinct: BTreeSet<u64> =
        figures.filter(|figure| *figure >= 0.0).map(|figure| (figure + 0.0).to_bits()).collect();
    let mut sorted: Vec<f64> = distinct.into_iter().map(f64::from_bits).collect();
    let nothing = sorted.first() == Some(&0.0) && sorted.len() > 1;
    if nothing {
        sorted.remove(0);
    }
    let first = sorted.first().copied().filter(|_| nothing).map(|least| shortest(0.0, least));
    let breaks = begins(&sorted, most - usize::from(nothing));
    let between = breaks
        .into_iter()
        .filter_map(|at| Some(shortest(*sorted.get(at.checked_sub(1)?)?, *sorted.get(at)?)));
    first.into_iter().chain(between).collect()
}

/// Where classes but the first begin, so that the squares of distances from the means of classes add up to the least.
fn begins(sorted: &[f64], most: usize) -> Vec<usize> {
    let count = sorted.len();
    let classes = most.min(count);
    // Sums of the first n figures and of their squares give the spread of any run of them.
    let mut sums = vec![(0.0, 0.0)];
    for figure in sorted {
        let (sum, squares) = sums.last().copied().unwrap_or_default();
        sums.push((sum + figure, squares + figure * figure));
    }
    let spread = |from: usize, to: usize| {
        let (sum, squares) = (sums[to].0 - sums[from].0, sums[to].1 - sums[from].1);
        squares - sum * sum / (to - from) as f64
    };
    // `best[n]` is the least spread of the first n figures in the classes so far, `begun[k][n]` where the last of them begins.
    let mut best: Vec<f64> = (0..=count).map(|end| if end == 0 { 0.0 } else { spread(0, end) }).collect();
    let mut begun = Vec::new();
    for class in 1..classes {
        let mut next = vec![f64::INFINITY; count + 1];
        let mut last = vec![0; count + 1];
        for end in class + 1..=count {
            for (begin, before) in best.iter().enumerate().take(end).skip(class) {
                let whole = before + spread(begin, end);
                if whole < next[end] {
                    (next[end], last[end]) = (whole, begin);
                }
            }
        }
        best = next;
        begun.push(last);
    }
    let mut end = count;
    let mut found = Vec::new();
    for last in begun.iter().rev() {
        end = last[end];
        found.push(end);
    }
    found.reverse();
    found
}

/// The number with the fewest digits that is greater than one and at most another.
fn shortest(below: f64, at_most: f64) -> f64 {
    let power = at_most.log10().floor() as i32;
    let by_digits = (0..9).map(|digits| {
        let step = 10_f64.powi(digits - power);
        (at_most * step).floor() / step
    });
    by_digits.into_iter().find(|number| *number > below).unwrap_or(at_most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(figures: &[f64]) -> Vec<f64> {
        limits(figures.iter().copied(), MOST)
    }

    #[test]
    fn breaks_lie_in_the_gaps() {
        assert_eq!(of(&[1.0, 2.0, 3.0, 50.0, 52.0, 53.0, 400.0, 410.0]).len(), MOST - 1);
        assert_eq!(limits([1.0, 2.0, 3.0, 50.0, 52.0, 400.0, 410.0].into_iter(), 3), [50.0, 400.0]);
        assert_eq!(limits([13.1, 15.4, 28.8, 469.0].into_iter(), 2), [400.0]);
    }

    #[test]
    fn no_way_to_part_them_has_a_smaller_spread() {
        let sorted = [2.0, 3.0, 3.5, 9.0, 10.0, 14.0, 15.0, 31.0, 33.0];
        let spread = |parts: &[&[f64]]| -> f64 {
            let of = |part: &&[f64]| {
                let mean = part.iter().sum::<f64>() / part.len() as f64;
                part.iter().map(|figure| (figure - mean).powi(2)).sum::<f64>()
            };
            parts.iter().map(of).sum()
        };
        let found = begins(&sorted, 3);
        let own = spread(&[&sorted[..found[0]], &sorted[found[0]..found[1]], &sorted[found[1]..]]);
        for first in 1..sorted.len() - 1 {
            for second in first + 1..sorted.len() {
                let other = spread(&[&sorted[..first], &sorted[first..second], &sorted[second..]]);
                assert!(own <= other + 1e-9, "{found:?} against {first}, {second}");
            }
        }
    }

    #[test]
    fn nothing_is_a_class_of_its_own() {
        let limits = of(&[0.0, 0.0, 1.0, 1.0, 2.0, 3.0, 7.0, 15.0]);
        assert_eq!(limits[0], 1.0);
        assert!(limits.len() < MOST && limits.is_sorted(), "{limits:?}");
        assert!(of(&[0.0, 0.0]).is_empty());
    }

    #[test]
    fn few_figures_have_few_classes() {
        assert!(of(&[]).is_empty());
        assert!(of(&[7.0, 7.0]).is_empty());
        assert_eq!(of(&[7.0, 9.0]), [9.0]);
        assert!(of(&[f64::NAN, -1.0, 7.0]).is_empty());
    }

    #[test]
    fn limits_are_short_numbers() {
        assert_eq!(shortest(29.2, 57.7), 50.0);
        assert_eq!(shortest(130.0, 136.5), 136.0);
        assert_eq!(shortest(0.031, 0.0344), 0.034);
        assert_eq!(shortest(1.0, 2.0), 2.0);
        assert_eq!(shortest(12_345.0, 12_346.0), 12_346.0);
    }
}
