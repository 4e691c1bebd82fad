//! What differs between two releases: told by the database as by walking through both.

use super::both;
use crate::cluster;
use terrikon_core::{CollectionId, diff::ReleaseDiff};
use terrikon_store::{Difference, DifferencesQuery, Rows, Snapshot};

async fn all(older: &dyn Snapshot, newer: &dyn Snapshot, rows: Rows, limit: usize) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    loop {
        let after = found.last().map(|last| last.id.clone()).unwrap_or_default();
        let more = newer.differences(older, DifferencesQuery { rows, after, limit }).await.unwrap();
        let end = more.len() < limit;
        found.extend(more);
        if end {
            return found;
        }
    }
}

fn everything() -> impl Iterator<Item = Rows> {
    CollectionId::ALL.into_iter().map(Rows::Features).chain([Rows::Claims])
}

#[test]
fn differences_are_told_alike() {
    cluster::run(async {
        let both = both().await;
        for (older, newer) in [(&both.bundled, &both.made_up), (&both.made_up, &both.bundled)] {
            let expected = ReleaseDiff::between(&older.release, &newer.release);
            for rows in everything() {
                let own = all(&*older.embedded, &*newer.embedded, rows, 30_000).await;
                let other = all(&*older.postgis, &*newer.postgis, rows, 30_000).await;
                assert!(own == other, "{rows:?}: {} and {} differences", own.len(), other.len());
                let of = |which: fn(&Difference) -> bool| {
                    own.iter()
                        .filter(|difference| which(difference))
                        .map(|difference| difference.id.clone())
                        .collect::<Vec<_>>()
                };
                let (added, removed) = (of(|one| one.before.is_none()), of(|one| one.after.is_none()));
                let changed = of(|one| one.before.is_some() && one.after.is_some());
                match rows {
                    Rows::Features(id) => {
                        let wanted = expected.collections.iter().find(|one| one.collection == id).unwrap();
                        assert_eq!((&added, &removed), (&wanted.added, &wanted.removed));
                        assert_eq!(
                            changed,
                            wanted.changed.iter().map(|one| one.id.clone()).collect::<Vec<_>>()
                        );
                    }
                    Rows::Claims => {
                        assert_eq!((&added, &removed), (&expected.claims.added, &expected.claims.removed));
                    }
                }
                for (one, another) in [(&older.embedded, &newer.embedded), (&older.postgis, &newer.postgis)] {
                    let counts = another.count_differences(&**one, rows).await.unwrap();
                    assert_eq!(
                        (counts.added, counts.removed, counts.changed),
                        (added.len(), removed.len(), changed.len()),
                        "{rows:?}"
                    );
                }
            }
        }
    });
}

#[test]
fn pages_of_differences_join_without_gaps() {
    cluster::run(async {
        let both = both().await;
        let rows = Rows::Features(CollectionId::Hotspots);
        let (older, newer) = (&*both.made_up.postgis, &*both.bundled.postgis);
        let query = DifferencesQuery { rows, after: String::new(), limit: 500 };
        let whole = newer.differences(older, query.clone()).await.unwrap();
        let mut joined: Vec<Difference> = Vec::new();
        while joined.len() < whole.len() {
            let after = joined.last().map(|last| last.id.clone()).unwrap_or_default();
            joined.extend(
                newer
                    .differences(older, DifferencesQuery { after, limit: 7, ..query.clone() })
                    .await
                    .unwrap(),
            );
        }
        joined.truncate(whole.len());
        assert_eq!(joined, whole);
        let beyond = DifferencesQuery { after: "\u{10ffff}\0".to_owned(), ..query };
        assert_eq!(newer.differences(older, beyond).await.unwrap(), []);
    });
}
