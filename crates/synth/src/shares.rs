//! How often what is met: tables of weights.

use crate::draw::Draw;

/// Words with their weights; of a hundred where a table says nothing else.
pub(crate) type Shares<T> = [(u32, T)];

/// One of them, by weight; `None` where nothing weighs.
pub(crate) fn pick<'a, T>(shares: &'a Shares<T>, draw: &mut Draw) -> Option<&'a T> {
    let total = shares.iter().map(|(weight, _)| u64::from(*weight)).sum();
    let mut left = draw.below(total);
    shares.iter().find_map(|(weight, word)| {
        let weight = u64::from(*weight);
        if left < weight {
            return Some(word);
        }
        left -= weight;
        None
    })
}

/// Sums of weights so far, for tables of thousands.
#[derive(Debug, Default)]
pub(crate) struct Cumulative(Vec<u64>);

impl Cumulative {
    pub(crate) fn of(weights: impl Iterator<Item = u64>) -> Self {
        let mut sum = 0;
        Self(
            weights
                .map(|weight| {
                    sum += weight;
                    sum
                })
                .collect(),
        )
    }

    /// The index of one, by weight; `None` where nothing weighs.
    pub(crate) fn pick(&self, draw: &mut Draw) -> Option<usize> {
        let total = *self.0.last()?;
        let at = draw.below(total);
        (total > 0).then(|| self.0.partition_point(|sum| *sum <= at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Subject;

    #[test]
    fn words_come_by_their_weights() {
        let mut draw = Draw::of(3, Subject::Facts, 0);
        let shares = [(70, 'a'), (0, 'b'), (30, 'c')];
        let drawn: Vec<char> = (0..10_000).filter_map(|_| pick(&shares, &mut draw).copied()).collect();
        let count = |word| drawn.iter().filter(|one| **one == word).count();
        assert_eq!((drawn.len(), count('b')), (10_000, 0));
        assert!(count('a').abs_diff(7_000) < 200, "{}", count('a'));
        assert_eq!(pick(&[(0, 'a')], &mut draw), None);
    }

    #[test]
    fn so_do_indexes() {
        let mut draw = Draw::of(3, Subject::Town, 0);
        let table = Cumulative::of([0, 5, 0, 15, 0].into_iter());
        let drawn: Vec<usize> = (0..10_000).filter_map(|_| table.pick(&mut draw)).collect();
        assert!(drawn.iter().all(|index| [1, 3].contains(index)));
        let ones = drawn.iter().filter(|index| **index == 1).count();
        assert!(ones.abs_diff(2_500) < 200, "{ones}");
        assert_eq!(Cumulative::of([0].into_iter()).pick(&mut draw), None);
        assert_eq!(Cumulative::default().pick(&mut draw), None);
    }
}
