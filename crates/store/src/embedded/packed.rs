//! A release as it is served from memory: what is many lies packed, the rest as it is.

use crate::search::HotspotNames;
use std::{collections::BTreeMap, sync::Arc};
use terrikon_core::{
    Collection, CollectionId, Release, ReleaseId, Validity,
    table::{ClaimTable, FeatureTable},
};
use terrikon_tiles::{MadeClusters, Packed, TileSource, Weights, weights};

/// The collections that lie packed: hotspots and zones, of which there may be a million.
pub(super) const MANY: [CollectionId; 2] = [CollectionId::Hotspots, CollectionId::Zones];

/// A release, ready to be served.
#[derive(Debug)]
pub(super) struct PackedRelease {
    /// Everything but the claims and the collections of [`MANY`], which are empty in it.
    pub(super) rest: Release,
    pub(super) many: Many,
}

/// What is many, packed, and what is derived of it.
#[derive(Debug)]
pub(super) struct Many {
    pub(super) hotspots: Arc<FeatureTable>,
    pub(super) zones: Arc<FeatureTable>,
    pub(super) claims: ClaimTable,
    pub(super) names: HotspotNames,
    /// How bad each hotspot is, by row.
    pub(super) weights: Arc<Weights>,
    /// Clusters of all hotspots as they are since the last of them came or went.
    pub(super) clusters: Option<MadeClusters>,
}

impl Many {
    /// Packs what a release has many of; clusters are left to be made when they are asked for.
    pub(super) fn of(release: &Release) -> Self {
        let [hotspots, zones] = MANY.map(|id| Arc::new(FeatureTable::new(release.collection(id))));
        Self {
            claims: ClaimTable::new(&release.claims),
            names: HotspotNames::new(Arc::clone(&hotspots)),
            weights: Arc::new(weights(&hotspots, release)),
            hotspots,
            zones,
            clusters: None,
        }
    }

    /// The same with the clusters that most readers ask for first.
    pub(super) fn with_clusters(self, release: &ReleaseId) -> Self {
        let validities = self.hotspots.validity().values().iter();
        let turns = validities.flat_map(|validity| [validity.valid_from, validity.valid_to]).flatten();
        let days = Validity { valid_from: turns.max(), valid_to: None };
        let made = TileSource::of_packed(&empty(release), self.tile_parts(None)).make_clusters(days);
        Self { clusters: Some(made), ..self }
    }

    /// What tiles are made of.
    pub(super) fn tile_parts(&self, clusters: Option<MadeClusters>) -> Packed {
        let weights = Arc::clone(&self.weights);
        Packed { hotspots: Arc::clone(&self.hotspots), zones: Arc::clone(&self.zones), weights, clusters }
    }
}

impl PackedRelease {
    /// Packs a release.
    pub(super) fn new(mut release: Release) -> Self {
        let many = Many::of(&release);
        for collection in &mut release.collections {
            if MANY.contains(&collection.id) {
                *collection = Collection::new(collection.id, Vec::new());
            }
        }
        release.claims = Vec::new();
        Self { rest: release, many }
    }

    /// The table of every collection.
    pub(super) fn tables(&self) -> BTreeMap<CollectionId, Arc<FeatureTable>> {
        let tables = self.rest.collections.iter().map(|collection| match collection.id {
            CollectionId::Hotspots => (collection.id, Arc::clone(&self.many.hotspots)),
            CollectionId::Zones => (collection.id, Arc::clone(&self.many.zones)),
            id => (id, Arc::new(FeatureTable::new(collection))),
        });
        tables.collect()
    }
}

fn empty(id: &ReleaseId) -> Release {
    Release {
        id: id.clone(),
        collections: CollectionId::ALL.map(|id| Collection::new(id, Vec::new())).into(),
        claims: Vec::new(),
        sources: Vec::new(),
        generalised: Vec::new(),
        population: Vec::new(),
    }
}
