//! Many short texts in one piece of memory.

use serde::{Deserialize, Serialize};

/// Texts by their place.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Words {
    /// Where each one ends.
    ends: Vec<u32>,
    text: String,
}

impl Words {
    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A text; empty where there is none at this place.
    #[must_use]
    pub fn get(&self, place: usize) -> &str {
        let begin = if place == 0 { Some(0) } else { self.ends.get(place - 1).map(|end| *end as usize) };
        let text =
            begin.zip(self.ends.get(place)).and_then(|(begin, end)| self.text.get(begin..*end as usize));
        text.unwrap_or_default()
    }

    /// Adds a text.
    pub fn push(&mut self, word: &str) {
        self.text.push_str(word);
        // More than 4 GB of ids are beyond what any release may have.
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    pub(super) fn shrink_to_fit(&mut self) {
        self.ends.shrink_to_fit();
        self.text.shrink_to_fit();
    }

    /// The first place of which something does not hold, in texts that are ordered by it.
    pub fn partition_point(&self, holds: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The place of a text among ordered ones.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<usize> {
        let place = self.partition_point(|other| other < text);
        (place < self.len() && self.get(place) == text).then_some(place)
    }
}

impl<'a> FromIterator<&'a str> for Words {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        let mut made = Self::default();
        words.into_iter().for_each(|word| made.push(word));
        made.shrink_to_fit();
        made
    }
}
