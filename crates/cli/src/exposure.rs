//! `terrikon exposure`: a file of sites in, a table of people within reach out.

use crate::{
    sites,
    store::{self, Reading, StorePlace},
    table::Table,
};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    error::Error,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use terrikon_core::{
    Date, Lang,
    exposure::{People, Place, Ring, Surroundings},
    geodesic::RADII,
};

/// Who lives within reach of sites.
#[derive(Debug, Args)]
pub(crate) struct Exposure {
    /// Sites: .csv or .tsv with the columns id, lon, lat and, where known, position_accuracy_m; or .geojson or .shp of any shapes.
    sites: PathBuf,
    /// Metres, one or several, comma-separated.
    #[arg(long, value_delimiter = ',', default_values_t = [1_000.0, 3_000.0, 5_000.0], value_parser = radius)]
    radius: Vec<f64>,
    /// The table to write, one row a site and radius; .csv, or .tsv.
    #[arg(long)]
    out: PathBuf,
    /// A second table for all sites together, one row a radius: the plain sum beside the dissolved union.
    #[arg(long)]
    together: Option<PathBuf>,
    /// How far off positions may be, in metres, where the file does not say.
    #[arg(long, default_value_t = 0.0)]
    accuracy: f64,
    /// The CRS of the coordinates, where the file does not say (EPSG:28413).
    #[arg(long)]
    crs: Option<String>,
    /// The day whose division into oblasts holds; today if not given.
    #[arg(long)]
    date: Option<Date>,
    /// The release to ask: a GeoPackage of `terrikon ingest`, or a postgres:// URL; the bundled one if not given.
    #[arg(long, env = "TERRIKON_STORE")]
    store: Option<StorePlace>,
}

fn radius(text: &str) -> Result<f64, String> {
    let metres = text.trim().parse().ok().filter(|metres| RADII.contains(metres));
    metres.ok_or_else(|| format!("expected metres from {} to {}", RADII.start(), RADII.end()))
}

const COLUMNS: [&str; 19] = [
    "id",
    "lon",
    "lat",
    "position_accuracy_m",
    "radius_m",
    "area_m2",
    "people_low",
    "people",
    "people_high",
    "people_least",
    "people_most",
    "population_source",
    "population_year",
    "by_oblast",
    "settlements",
    "hotspots",
    "protected_areas",
    "caveats",
    "release",
];

const TOGETHER: [&str; 12] = [
    "radius_m",
    "sites",
    "left_out",
    "area_m2",
    "sum_low",
    "sum",
    "sum_high",
    "union_low",
    "union",
    "union_high",
    "caveats",
    "release",
];

impl Exposure {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        let sites = sites::sites(&self.sites, self.crs.as_deref(), self.accuracy)
            .map_err(|report| report.to_string().replace("no release was written", "no table was written"))?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let store = runtime.block_on(store::open(self.store.as_ref(), &Reading::default()))?;
        let snapshot = runtime.block_on(store.current())?;
        let release = snapshot.release().to_string();
        let surroundings = runtime.block_on(snapshot.surroundings())?;
        let date = self.date.unwrap_or_else(|| jiff::Zoned::now().date());
        let rings = self.rings(&sites, &surroundings, date)?;
        let mut table = Table::new(&self.out, &COLUMNS)?;
        for (site, rings) in sites.iter().zip(&rings) {
            for ring in rings {
                table.row(&row(site, ring, &surroundings, &release))?;
            }
        }
        let mut tables = vec![table];
        if let Some(path) = &self.together {
            let places: Vec<_> = sites.into_iter().map(|site| site.place).collect();
            tables.push(self.all_together(path, &places, &surroundings, date, &release)?);
        }
        // Either table is there only if both are written.
        for table in tables {
            let (path, rows) = (table.path, table.rows);
            table.finish()?;
            tracing::info!("wrote {rows} rows to {}", path.display());
        }
        Ok(())
    }

    /// The second table, of all sites together.
    fn all_together<'a>(
        &self,
        path: &'a Path,
        places: &[Place],
        surroundings: &Surroundings,
        date: Date,
        release: &str,
    ) -> Result<Table<'a>, Box<dyn Error>> {
        let mut table = Table::new(path, &TOGETHER)?;
        for radius in &self.radius {
            let all = surroundings.together(places, *radius, date)?;
            let counts = [all.places.to_string(), all.left_out.len().to_string()];
            let mut cells = vec![plain(*radius)];
            cells.extend(counts);
            cells.push(whole(Some(all.area_m2)));
            for people in [&all.people_sum, &all.people_union] {
                cells.extend([people.low, people.central, people.high].map(whole));
            }
            cells.extend([codes(&all.caveats), release.to_owned()]);
            table.row(&cells)?;
        }
        Ok(table)
    }

    /// The rings of every site, in their order, on all cores.
    fn rings(
        &self,
        sites: &[sites::Site],
        surroundings: &Arc<Surroundings>,
        date: Date,
    ) -> Result<Vec<Vec<Ring>>, Box<dyn Error>> {
        // On a terminal only; elsewhere the log lines say what was done.
        let progress = ProgressBar::new(sites.len() as u64);
        progress.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} sites, {eta} left")?);
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            while let Some((index, site)) = take(&next, sites) {
                let rings =
                    self.radius.iter().map(|radius| surroundings.ring(&site.place, *radius, date, None));
                done.push((index, site, rings.collect::<Result<Vec<_>, _>>()));
                progress.inc(1);
            }
            done
        };
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let done: Result<Vec<_>, _> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            workers.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
        });
        progress.finish_and_clear();
        let mut done: Vec<_> = done
            .map_err(|_| "a worker failed: please report what it printed")?
            .into_iter()
            .flatten()
            .collect();
        done.sort_by_key(|(index, ..)| *index);
        let named = done.into_iter().map(|(_, site, rings)| {
            rings.map_err(|error| {
                format!("{}, row {} ({}): {error}", self.sites.display(), site.row, site.id).into()
            })
        });
        named.collect()
    }
}

fn take<'a, T>(next: &AtomicUsize, all: &'a [T]) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((index, all.get(index)?))
}

fn row(site: &sites::Site, ring: &Ring, surroundings: &Surroundings, release: &str) -> Vec<String> {
    let People { low, central, high, least, most } = ring.people;
    // Bounds stay bounds when they are rounded.
    let (least, most) = (least.map(f64::floor), most.map(f64::ceil));
    // By the first source that counts and has data.
    let gave = ring.by_source.iter().position(|one| one.counts && one.people.is_some());
    let grid = gave.and_then(|index| surroundings.populations.get(index));
    let by_oblast = ring
        .by_oblast
        .iter()
        .map(|part| format!("{}: {}", part.oblast.as_deref().unwrap_or("outside"), whole(part.people)));
    let settlements = ring.settlements.iter().map(|within| {
        let names = surroundings.settlement(&within.id).and_then(|town| town.names.shown(Lang::En));
        format!("{} {:.0} m", names.map_or(within.id.as_str(), |(name, _)| name), within.distance_m)
    });
    let hotspots = ring.hotspots.iter().map(|within| format!("{} {:.0} m", within.id, within.distance_m));
    let protected = ring.protected_areas.iter().map(|within| {
        // Outlines are not known: one whose point lies outside may reach in.
        let may = if within.point_inside { "" } else { " (may reach in)" };
        format!("{} {:.0} m{may}", within.id, within.distance_m)
    });
    let list = |items: &mut dyn Iterator<Item = String>| items.collect::<Vec<_>>().join("; ");
    let mut cells = vec![
        site.id.clone(),
        plain(site.position[0]),
        plain(site.position[1]),
        plain(site.place.accuracy_m()),
    ];
    cells.extend([ring.radius_m, Some(ring.area_m2), low, central, high, least, most].map(whole));
    cells.extend([
        grid.map(|grid| grid.source().to_owned()).unwrap_or_default(),
        grid.map(|grid| grid.year().to_string()).unwrap_or_default(),
        list(&mut by_oblast.into_iter()),
        list(&mut settlements.into_iter()),
        list(&mut hotspots.into_iter()),
        list(&mut protected.into_iter()),
        codes(&ring.caveats),
        release.to_owned(),
    ]);
    cells
}

fn codes(caveats: &[terrikon_core::exposure::Caveat]) -> String {
    caveats.iter().map(terrikon_core::exposure::Caveat::code).collect::<Vec<_>>().join("; ")
}

/// A whole number; an empty cell where there is none, which is not zero.
fn whole(number: Option<f64>) -> String {
    number.map(|number| format!("{number:.0}")).unwrap_or_default()
}

fn plain(number: f64) -> String {
    number.to_string()
}
