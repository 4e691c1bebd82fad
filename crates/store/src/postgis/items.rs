//! Pages of collections and claims.

use super::{
    cells::{box_shape, day, feature},
    compose::{Composed, Value},
    filtering::condition,
    read::claim,
    snapshot::PostgisSnapshot,
    sorting::{self, Place},
    statements::{self, Statements},
    words::{before, behind, word, words},
};
use crate::{ClaimsQuery, Item, ItemsQuery, Page, PageStart, StoreError};
use sqlx::{PgConnection, Postgres, Row as _, postgres::PgArguments, query::Query};
use std::{borrow::Cow, collections::HashMap, sync::Arc};
use terrikon_core::{Claim, CollectionId, Feature};

const CLAIMS_OF: &str =
    "SELECT * FROM terrikon.claims WHERE release = $1 AND subject = ANY ($2) ORDER BY subject, sequence";

macro_rules! claims_admitted {
    () => {
        " WHERE release = $1 AND listed AND (cardinality($2::text[]) = 0 OR subject = ANY ($2)) AND (cardinality($3::text[]) = 0 OR property = ANY ($3))"
    };
}
const CLAIMS: Claims = Claims {
    count: concat!(
        "SELECT count(*), count(*) FILTER (WHERE id < $4::text OR ($5::boolean AND id = $4)) FROM terrikon.claims",
        claims_admitted!()
    ),
    after: concat!(
        "SELECT * FROM terrikon.claims",
        claims_admitted!(),
        " AND id > $4::text ORDER BY id LIMIT $5"
    ),
    before: concat!(
        "SELECT * FROM terrikon.claims",
        claims_admitted!(),
        " AND id < $4::text ORDER BY id DESC LIMIT $5"
    ),
};

struct Claims {
    count: &'static str,
    after: &'static str,
    before: &'static str,
}

/// A statement with its values.
pub(super) type Bound<'q> = Query<'q, Postgres, PgArguments>;

/// Where a page begins, as the statements take it.
pub(super) struct Start<'q> {
    pub(super) id: Cow<'q, str>,
    /// Whether the id itself lies before the page.
    inclusive: bool,
    backward: bool,
}

impl<'q> Start<'q> {
    pub(super) fn of(start: &'q PageStart) -> Self {
        match start {
            // Every id comes after the empty one.
            PageStart::First => Self { id: "".into(), inclusive: false, backward: false },
            PageStart::After(id) => Self { id: behind(id).into(), inclusive: true, backward: false },
            PageStart::Before(id) => Self { id: before(id), inclusive: false, backward: true },
        }
    }

    /// Where the page begins in the order of a query; `None` at the beginning.
    pub(super) async fn place(
        &self,
        snapshot: &PostgisSnapshot,
        connection: &mut PgConnection,
        table: &'static str,
        query: &ItemsQuery,
    ) -> Result<Option<Place>, StoreError> {
        let (PageStart::After(id) | PageStart::Before(id)) = &query.start else { return Ok(None) };
        let statement = Place::asked(table, &query.sort, query.date);
        let asking = statement.asking(|asking| asking.bind(snapshot.serial).bind(word(id)));
        let failed = |error| snapshot.failed(table, error);
        let row = asking.fetch_optional(connection).await.map_err(failed)?;
        Place::read(row.as_ref(), &query.sort, &self.id).map(Some).map_err(failed)
    }

    /// Makes a page of the rows that were found.
    fn page<R, T>(
        &self,
        mut rows: Vec<R>,
        counted: Counted,
        id: impl Fn(&R) -> String,
        item: impl FnMut(R) -> T,
    ) -> Page<T> {
        if self.backward {
            rows.reverse();
        }
        let (begin, end) = if self.backward {
            (counted.before.saturating_sub(rows.len()), counted.before)
        } else {
            (counted.before, counted.before + rows.len())
        };
        Page {
            number_matched: counted.matched,
            next: rows.last().filter(|_| end < counted.matched).map(|last| PageStart::After(id(last))),
            prev: rows.first().filter(|_| begin > 0).map(|first| PageStart::Before(id(first))),
            items: rows.into_iter().map(item).collect(),
        }
    }
}

/// How many rows a query admits, and how many of them lie before the page begins (or where it ends, backwards).
#[derive(Debug, Clone, Copy)]
struct Counted {
    matched: usize,
    before: usize,
}

impl Counted {
    async fn read(connection: &mut PgConnection, counting: Bound<'_>) -> Result<Self, sqlx::Error> {
        let row = counting.fetch_one(connection).await?;
        let number = |index: usize| {
            Ok::<_, sqlx::Error>(usize::try_from(row.try_get::<i64, _>(index)?).unwrap_or_default())
        };
        Ok(Self { matched: number(0)?, before: number(1)? })
    }
}

pub(super) fn limit(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// A page of a collection.
pub(super) async fn page(snapshot: &PostgisSnapshot, query: &ItemsQuery) -> Result<Page, StoreError> {
    let statements = statements::of(query.collection);
    let bbox = query.bbox.as_ref().map(box_shape).transpose()?;
    let start = Start::of(&query.start);
    let mut reading = snapshot.begin_planned().await?;
    let failed = |error| snapshot.failed(statements.table, error);
    let narrow = |asking| narrowing(asking, snapshot.serial, query, bbox.as_deref());
    let (counted, rows) = if query.cql.is_none() && query.sort.is_empty() {
        let counting = narrow(snapshot.query(statements.count)).bind(&*start.id).bind(start.inclusive);
        let counted = Counted::read(&mut reading, counting).await.map_err(failed)?;
        let text = if start.backward { statements.before } else { statements.after };
        let listing = narrow(snapshot.query(text)).bind(&*start.id).bind(limit(query.limit));
        (counted, listing.fetch_all(&mut *reading).await.map_err(failed)?)
    } else {
        let place = start.place(snapshot, &mut reading, statements.table, query).await?;
        let mut count = Composed::new("SELECT count(*), count(*) FILTER (WHERE ", statements.narrowing);
        match &place {
            None => {
                count.put("FALSE");
            }
            Some(place) => {
                place.beside(&mut count, &query.sort, query.date, start.backward);
                // Those before a page that goes on behind a place are all that are not behind it.
                count.put(if start.backward { "" } else { " IS NOT TRUE" });
            }
        }
        count.put(") FROM terrikon.").put(statements.table).put(statements.admitted);
        filtered(&mut count, query)?;
        let counted = Counted::read(&mut reading, count.asking(narrow)).await.map_err(failed)?;
        let list = listing(statements, query, place.as_ref(), start.backward)?;
        (counted, list.asking(narrow).fetch_all(&mut *reading).await.map_err(failed)?)
    };
    if rows.is_empty() || counted.matched == 0 {
        snapshot.still_there(&mut reading).await?;
    }
    let features =
        rows.iter().map(|row| feature(row, query.collection).map(Arc::new)).collect::<Result<Vec<_>, _>>()?;
    let mut claims = claims_of(snapshot, &mut reading, &features).await?;
    reading.commit().await.map_err(failed)?;
    let nothing: Arc<[Claim]> = Arc::from([]);
    Ok(start.page(
        features,
        counted,
        |feature| feature.id.clone(),
        |feature| {
            let claims = claims.remove(&feature.id).map_or_else(|| Arc::clone(&nothing), Arc::from);
            Item { feature, claims }
        },
    ))
}

/// The rows of a page that begins beside a place, in the order of a query.
pub(super) fn listing(
    statements: &Statements,
    query: &ItemsQuery,
    place: Option<&Place>,
    backward: bool,
) -> Result<Composed, StoreError> {
    let mut list = Composed::new(statements.rows, statements.narrowing);
    list.put(statements.admitted);
    filtered(&mut list, query)?;
    if let Some(place) = place {
        list.put(" AND ");
        place.beside(&mut list, &query.sort, query.date, backward);
    }
    sorting::order(&mut list, &query.sort, query.date, backward);
    list.put(" LIMIT ").bind(Value::Count(limit(query.limit)));
    Ok(list)
}

/// Adds the filter to a statement that is narrowed already.
fn filtered(statement: &mut Composed, query: &ItemsQuery) -> Result<(), StoreError> {
    if let Some(cql) = &query.cql {
        statement.put(" AND ");
        condition(statement, cql, query.date)?;
    }
    Ok(())
}

/// One feature with its claims.
pub(super) async fn one(
    snapshot: &PostgisSnapshot,
    collection: CollectionId,
    id: &str,
) -> Result<Option<Item>, StoreError> {
    let statements: &Statements = statements::of(collection);
    let mut reading = snapshot.begin_planned().await?;
    let failed = |error| snapshot.failed(statements.table, error);
    let asking = snapshot.query(statements.one).bind(snapshot.serial).bind(word(id));
    let Some(row) = asking.fetch_optional(&mut *reading).await.map_err(failed)? else {
        snapshot.still_there(&mut reading).await?;
        return Ok(None);
    };
    let feature = Arc::new(feature(&row, collection)?);
    let mut claims = claims_of(snapshot, &mut reading, std::slice::from_ref(&feature)).await?;
    reading.commit().await.map_err(failed)?;
    let claims = claims.remove(&feature.id).unwrap_or_default().into();
    Ok(Some(Item { feature, claims }))
}

/// A page of claims.
pub(super) async fn claims(
    snapshot: &PostgisSnapshot,
    query: &ClaimsQuery,
) -> Result<Page<Claim>, StoreError> {
    let start = Start::of(&query.start);
    let mut reading = snapshot.begin_planned().await?;
    let failed = |error| snapshot.failed("claims", error);
    let narrowed = |text| {
        let bound = snapshot.query(text).bind(snapshot.serial);
        bound.bind(words(&query.subjects)).bind(words(&query.properties)).bind(&*start.id)
    };
    let counted =
        Counted::read(&mut reading, narrowed(CLAIMS.count).bind(start.inclusive)).await.map_err(failed)?;
    let text = if start.backward { CLAIMS.before } else { CLAIMS.after };
    let rows = narrowed(text).bind(limit(query.limit)).fetch_all(&mut *reading).await.map_err(failed)?;
    if rows.is_empty() || counted.matched == 0 {
        snapshot.still_there(&mut reading).await?;
    }
    reading.commit().await.map_err(failed)?;
    let found = rows.iter().map(claim).collect::<Result<Vec<_>, _>>().map_err(failed)?;
    Ok(start.page(found, counted, Claim::id, |claim| claim))
}

/// Binds what narrows a collection.
pub(super) fn narrowing<'q>(
    asking: Bound<'q>,
    serial: i32,
    query: &'q ItemsQuery,
    bbox: Option<&'q [u8]>,
) -> Bound<'q> {
    let filter = &query.filter;
    let bound = asking
        .bind(serial)
        .bind(bbox)
        .bind(query.period.from.map(day))
        .bind(query.period.to.map(day))
        .bind(words(&filter.oblasts))
        .bind(day(query.date));
    let kinds = || filter.kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>();
    match query.collection {
        CollectionId::Hotspots => bound
            .bind(kinds())
            .bind(filter.statuses.iter().map(|status| status.as_str()).collect::<Vec<_>>())
            .bind(filter.trusts.iter().map(|trust| trust.as_str()).collect::<Vec<_>>())
            .bind(words(&filter.pollutants)),
        CollectionId::Zones => bound.bind(kinds()).bind(words(&query.hotspots)),
        _ => bound,
    }
}

/// The claims of features, by subject.
pub(super) async fn claims_of(
    snapshot: &PostgisSnapshot,
    connection: &mut PgConnection,
    features: &[Arc<Feature>],
) -> Result<HashMap<String, Vec<Claim>>, StoreError> {
    let ids: Vec<&str> = features.iter().map(|feature| feature.id.as_str()).collect();
    let failed = |error| snapshot.failed("claims", error);
    let asking = snapshot.query(CLAIMS_OF).bind(snapshot.serial).bind(ids);
    let mut found: HashMap<String, Vec<Claim>> = HashMap::new();
    for row in asking.fetch_all(connection).await.map_err(failed)? {
        let claim = claim(&row).map_err(failed)?;
        found.entry(claim.subject.clone()).or_default().push(claim);
    }
    Ok(found)
}
