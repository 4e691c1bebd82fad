//! Preference lists of requests: `Accept`, `Accept-Language` and `Accept-Encoding` share one grammar (RFC 9110, 12.4.2).

/// A value and how much it is wanted, 0 (not at all) to 1.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Preference {
    /// In lower case, without its parameters.
    pub(crate) value: String,
    /// The `q` of the value.
    pub(crate) weight: f32,
}

/// Reads a list, the most wanted first; equal ones keep their order. What can't be read is left out, as servers
/// may answer in any way they can.
pub(crate) fn preferences(header: &str) -> Vec<Preference> {
    let mut list: Vec<Preference> = header
        .split(',')
        .filter_map(|item| {
            let mut parts = item.split(';').map(str::trim);
            let value = parts.next().filter(|value| !value.is_empty())?.to_ascii_lowercase();
            let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
            let weight = weight.map_or(Some(1.0), |q| q.parse().ok().filter(|q| (0.0..=1.0).contains(q)))?;
            Some(Preference { value, weight })
        })
        .collect();
    list.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_wanted_comes_first() {
        let values: Vec<_> =
            preferences("en;q=0.5, kk, ru;q=0.9, , ky;q=x").into_iter().map(|p| p.value).collect();
        assert_eq!(values, ["kk", "ru", "en"]);
        assert_eq!(preferences("br;q=0")[0].weight, 0.0);
    }
}
