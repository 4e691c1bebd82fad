//! The rows of a release, table by table.

use super::{DatabaseError, cells::Cells, statements};
use crate::{raster, search::SearchIndex};
use sqlx::{PgConnection, types::Json};
use std::collections::HashSet;
use terrikon_core::{Collection, Feature, Lang, Release, Validity, population::PopulationSource};
use terrikon_tiles::TileSource;

/// How many bytes are sent at once.
const CHUNK: usize = 1 << 16;

/// Rows of one release on their way.
pub(super) struct Rows<'a> {
    pub(super) connection: &'a mut PgConnection,
    /// The number of the release.
    pub(super) serial: i32,
}

impl Rows<'_> {
    /// Sends all of it, what is referred to before what refers to it; `epochs` are the days for which clusters are drawn.
    pub(super) async fn write(mut self, release: &Release, epochs: &[Validity]) -> Result<(), DatabaseError> {
        self.sources(release).await?;
        for collection in &release.collections {
            self.collection(collection).await?;
        }
        self.claims(release).await?;
        self.population(&release.population).await?;
        self.names(release).await?;
        self.generalised(release).await?;
        self.drawn(release, epochs).await
    }

    async fn collection(&mut self, collection: &Collection) -> Result<(), DatabaseError> {
        let (serial, id) = (self.serial, collection.id);
        let extent =
            collection.features.iter().filter_map(Feature::envelope).reduce(|all, one| all.union(&one));
        let columns = 13 + id.fields().len();
        let statement = statements::of(id);
        self.copy(statement.copy, statement.table, columns, &collection.features, |cells, feature| {
            cells.push_feature(serial, id, feature)
        })
        .await?;
        sqlx::query(
            "INSERT INTO terrikon.collections (release, collection, features, west, south, east, north) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(serial)
        .bind(id.as_str())
        .bind(collection.features.len() as i64)
        .bind(extent.map(|e| e.west))
        .bind(extent.map(|e| e.south))
        .bind(extent.map(|e| e.east))
        .bind(extent.map(|e| e.north))
        .execute(&mut *self.connection)
        .await
        .map_err(DatabaseError::doing("writing collections"))?;
        Ok(())
    }

    async fn sources(&mut self, release: &Release) -> Result<(), DatabaseError> {
        let serial = self.serial;
        let copy = "COPY terrikon_staging.sources (release, id, title, publisher, date, date_note, language, url, licence, attribution, share_alike, commercial) FROM STDIN (FORMAT binary, FREEZE)";
        self.copy(copy, "sources", 12, &release.sources, |cells, source| {
            cells.begin_row();
            cells.push(serial)?;
            for text in [
                &source.id,
                &source.title,
                &source.publisher,
                &source.date,
                &source.date_note,
                &source.language,
                &source.url,
                &source.licence,
            ] {
                cells.push(text.as_str())?;
            }
            cells.push(source.attribution)?;
            cells.push(source.share_alike)?;
            cells.push(source.commercial.as_str())
        })
        .await
    }

    async fn claims(&mut self, release: &Release) -> Result<(), DatabaseError> {
        let serial = self.serial;
        let mut listed = HashSet::new();
        let copy = "COPY terrikon_staging.claims (release, sequence, id, listed, subject, property, value, value_low, value_high, unit, year, meaning, source, grade, note) FROM STDIN (FORMAT binary, FREEZE)";
        let claims = release.claims.iter().zip(0_i32..);
        self.copy(copy, "claims", 15, claims, |cells, (claim, sequence)| {
            let id = claim.id();
            cells.begin_row();
            cells.push(serial)?;
            cells.push(sequence)?;
            cells.push(id.as_str())?;
            cells.push(listed.insert(id.clone()))?;
            for text in [&claim.subject, &claim.property, &claim.value] {
                cells.push(text.as_str())?;
            }
            cells.push(claim.value_low)?;
            cells.push(claim.value_high)?;
            for text in [&claim.unit, &claim.year, &claim.meaning, &claim.source] {
                cells.push(text.as_str())?;
            }
            cells.push(claim.grade.as_str())?;
            cells.push(claim.note.as_str())
        })
        .await
    }

    async fn population(&mut self, population: &[PopulationSource]) -> Result<(), DatabaseError> {
        let serial = self.serial;
        let copy = "COPY terrikon_staging.population (release, sequence, id, source, year, counts, grid) FROM STDIN (FORMAT binary, FREEZE)";
        self.copy(copy, "population", 7, population.iter().zip(0_i32..), |cells, (source, sequence)| {
            let grid = &source.grid;
            cells.begin_row();
            cells.push(serial)?;
            cells.push(sequence)?;
            cells.push(grid.id())?;
            cells.push(grid.source())?;
            cells.push(i32::from(grid.year()))?;
            cells.push(source.counts)?;
            cells.push(raster::pack(grid)?)
        })
        .await
    }

    async fn names(&mut self, release: &Release) -> Result<(), DatabaseError> {
        let serial = self.serial;
        let index = SearchIndex::new(&release.collections);
        let places = index.places.iter().zip(0_i32..);
        let copy = "COPY terrikon_staging.places (release, sequence, place, id, name_en, name_ru, name_kk, name_ky, lon, lat, west, south, east, north, valid_from, valid_to, oblasts, kind, importance) FROM STDIN (FORMAT binary, FREEZE)";
        self.copy(copy, "places", 19, places.clone(), |cells, (place, sequence)| {
            cells.begin_row();
            cells.push(serial)?;
            cells.push(sequence)?;
            cells.push(place.place.as_str())?;
            cells.push(place.id.as_str())?;
            for lang in Lang::ALL {
                cells.push(place.names.get(lang))?;
            }
            place.position.into_iter().try_for_each(|degrees| cells.push(degrees))?;
            let bbox = place.bbox.map(|e| [e.west, e.south, e.east, e.north]);
            (0..4).try_for_each(|side| cells.push(bbox.map(|bbox| bbox[side])))?;
            cells.push_validity(&place.validity)?;
            cells.push(Json(&place.oblasts))?;
            cells.push(place.kind.as_deref())?;
            cells.push(i64::try_from(place.importance).unwrap_or(i64::MAX))
        })
        .await?;
        let names =
            places.flat_map(|(place, sequence)| place.spelt.iter().map(move |spelt| (spelt, sequence)));
        let names = names.filter(|((_, spelt), _)| !spelt.is_empty());
        let copy = "COPY terrikon_staging.names (release, sequence, lang, plain, sound, joined) FROM STDIN (FORMAT binary, FREEZE)";
        self.copy(copy, "names", 6, names, |cells, ((lang, spelt), sequence)| {
            cells.begin_row();
            cells.push(serial)?;
            cells.push(sequence)?;
            cells.push(lang.map(Lang::as_str))?;
            [&spelt.plain, &spelt.sound, &spelt.joined]
                .into_iter()
                .try_for_each(|form| cells.push(format!(" {form} ")))
        })
        .await
    }

    async fn generalised(&mut self, release: &Release) -> Result<(), DatabaseError> {
        let serial = self.serial;
        let copy = "COPY terrikon_staging.generalised (release, sequence, layer, feature, level, valid_from, valid_to, zoom, geom) FROM STDIN (FORMAT binary, FREEZE)";
        let pieces = release.generalised.iter().zip(0_i32..);
        self.copy(copy, "generalised", 9, pieces, |cells, (piece, sequence)| {
            cells.begin_row();
            cells.push(serial)?;
            cells.push(sequence)?;
            cells.push(piece.layer.as_str())?;
            cells.push(piece.feature.as_str())?;
            cells.push(piece.level.as_deref())?;
            cells.push_validity(&piece.validity)?;
            cells.push(i16::from(piece.zoom))?;
            cells.push_geometry(Some(&piece.geometry), 0)
        })
        .await
    }

    async fn drawn(&mut self, release: &Release, epochs: &[Validity]) -> Result<(), DatabaseError> {
        let serial = self.serial;
        let copy = "COPY terrikon_staging.drawn (release, layer, sequence, role, zooms, geom, attributes, valid_from, valid_to, hotspot, together) FROM STDIN (FORMAT binary, FREEZE)";
        let source = TileSource::new(release);
        self.copy(copy, "drawn", 11, source.rows(epochs), |cells, row| {
            cells.begin_row();
            cells.push(serial)?;
            cells.push(row.layer.as_str())?;
            cells.push(i32::try_from(row.sequence)?)?;
            cells.push(row.role.as_str())?;
            cells.push(sqlx::postgres::types::PgRange::from(
                i32::from(*row.zooms.start())..i32::from(*row.zooms.end()) + 1,
            ))?;
            cells.push_geometry(Some(&row.geometry), 3857)?;
            cells.push(Json(&row.attributes))?;
            cells.push_validity(&row.validity)?;
            cells.push(row.hotspot.as_deref())?;
            cells.push(row.together.map(i32::try_from).transpose()?)
        })
        .await
    }

    /// Sends rows; a row that can't be sent, or is refused, ends it all.
    async fn copy<R>(
        &mut self,
        statement: &'static str,
        table: &'static str,
        columns: usize,
        rows: impl IntoIterator<Item = R>,
        mut push: impl FnMut(&mut Cells, R) -> Result<(), Box<dyn std::error::Error + Send + Sync>>,
    ) -> Result<(), DatabaseError> {
        let writing =
            |error| DatabaseError::Statement { doing: format!("writing {table}"), told: super::Told(error) };
        let columns = i16::try_from(columns).unwrap_or(i16::MAX);
        let mut copy = self.connection.copy_in_raw(statement).await.map_err(writing)?;
        let mut cells = Cells::new(columns);
        for (row, number) in rows.into_iter().zip(1_usize..) {
            push(&mut cells, row).map_err(|error| DatabaseError::Content {
                table,
                row: number.to_string(),
                what: error.to_string(),
            })?;
            if cells.waiting() >= CHUNK {
                copy.send(cells.bytes()).await.map_err(writing)?;
                cells.clear();
            }
        }
        cells.finish();
        copy.send(cells.bytes()).await.map_err(writing)?;
        copy.finish().await.map_err(writing)?;
        Ok(())
    }
}
