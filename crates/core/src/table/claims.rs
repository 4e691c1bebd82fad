//! Claims, packed: found by what they speak of.

use super::{
    ImageError, Words,
    blocks::{Blocks, BlocksBuilder},
};
use crate::Claim;
use serde::{Deserialize, Serialize};

/// Claims, ordered by their ids and so by subject; each is there once.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct ClaimTable {
    ids: Words,
    claims: Blocks,
}

impl ClaimTable {
    /// Packs claims.
    #[must_use]
    pub fn new(claims: &[Claim]) -> Self {
        let mut ordered: Vec<(String, (u32, &Claim))> =
            (0..).zip(claims).map(|(number, claim)| (claim.id(), (number, claim))).collect();
        ordered.sort_by(|a, b| a.0.cmp(&b.0));
        // A claim that stands in a file twice is one claim.
        ordered.dedup_by(|a, b| a.0 == b.0);
        // Those of a hotspot lie together, and are read together.
        let mut packed = BlocksBuilder::of(128);
        for (_, numbered) in &ordered {
            // Into memory that grows, of plain data: neither can fail.
            packed.push(&postcard::to_allocvec(numbered).unwrap_or_default());
        }
        Self { ids: ordered.iter().map(|(id, _)| id.as_str()).collect(), claims: packed.finish() }
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The id of a claim by its place.
    #[must_use]
    pub fn id(&self, place: usize) -> &str {
        self.ids.get(place)
    }

    /// A claim by its place.
    #[must_use]
    pub fn claim(&self, place: usize) -> Option<Claim> {
        self.numbered(place).map(|(_, claim)| claim)
    }

    fn numbered(&self, place: usize) -> Option<(u32, Claim)> {
        self.claims.read(place, |bytes| postcard::from_bytes(bytes).ok()).flatten()
    }

    /// The places of what is claimed of a subject.
    pub fn places(&self, subject: &str) -> impl Iterator<Item = usize> {
        // Ids are the subject, a dot and ten digits; what is before the dot of one may be all of another.
        let begin = format!("{subject}.");
        let first = self.ids.partition_point(|id| id < begin.as_str());
        let beginning =
            (first..self.len()).map_while(move |place| Some((place, self.id(place).strip_prefix(&begin)?)));
        beginning.filter(|(_, hash)| !hash.contains('.')).map(|(place, _)| place)
    }

    /// What is claimed of a subject, in the order of the release: by property and source.
    #[must_use]
    pub fn of(&self, subject: &str) -> Vec<Claim> {
        let mut claims: Vec<(u32, Claim)> =
            self.places(subject).filter_map(|place| self.numbered(place)).collect();
        claims.sort_by_key(|(number, _)| *number);
        claims.into_iter().map(|(_, claim)| claim).collect()
    }

    /// The table as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The table of bytes.
    ///
    /// # Errors
    /// [`ImageError`] where they are none of a table.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ImageError> {
        postcard::from_bytes(bytes).map_err(|_| ImageError { table: "claims".to_owned(), piece: "all" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Grade;

    fn claim(subject: &str, value: u32) -> Claim {
        Claim {
            subject: subject.to_owned(),
            property: "area".to_owned(),
            value: value.to_string(),
            value_low: Some(f64::from(value)),
            value_high: None,
            unit: "m2".to_owned(),
            year: String::new(),
            meaning: String::new(),
            source: "s".to_owned(),
            grade: Grade::B,
            note: String::new(),
        }
    }

    #[test]
    fn claims_are_found_by_their_subject() {
        let mut claims = Vec::new();
        for subject in ["kz-a", "kz-a-b", "kz-a.b", "kz", "kz-z"] {
            claims.extend((0..40).map(|value| claim(subject, value)));
        }
        claims.push(claim("kz-a", 7));
        let table = ClaimTable::from_bytes(&ClaimTable::new(&claims).to_bytes()).unwrap();
        assert_eq!(table.len(), 200, "what stands twice is there once");
        for subject in ["kz-a", "kz-a-b", "kz-a.b", "kz", "kz-z"] {
            let of_subject = table.of(subject);
            assert_eq!(of_subject.len(), 40, "{subject}");
            assert!(of_subject.iter().all(|claim| claim.subject == subject));
        }
        assert!(table.of("kz-").is_empty() && table.of("").is_empty());
    }
}
