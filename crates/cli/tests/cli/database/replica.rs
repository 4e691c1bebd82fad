//! A replica is read; publications are learnt from the database that it follows.

use super::{
    cluster::Cluster,
    releases::{ONE, OTHER, releases_told},
    server::Serving,
    sql::until,
};

#[test]
fn a_replica_answers_follows_and_outlives_the_database() {
    let cluster = Cluster::start(&["--fast"]);
    let copy = cluster.replica();
    let database = cluster.database();
    ONE.publish(&database);
    OTHER.write(&database.url);
    let (url, read) = (&database.url, copy.url(&database));
    // The copy needs a moment for all of it, and is only asked for it once it is there.
    let server = Serving::start_with(url, &["--store-replica", &read, "--tile-cache-mb", "0"], "info");
    until("the copy has it", || server.get("/api/collections").status == 200);
    let straight = Serving::start(url);
    let paths = [
        "/api/collections/hotspots/items?limit=10",
        "/api/search?q=karaganda",
        "/tiles/oblasts,zones,hotspots/8/179/86",
        "/api/exposure?lon=73&lat=50&radius=5000",
    ];
    for release in [&ONE, &OTHER] {
        releases_told(url, &["publish", &release.id]);
        until("both switch", || server.serves() == release.id && straight.serves() == release.id);
        for path in paths {
            assert_eq!(server.get(path).content(), straight.get(path).content(), "{path} of {}", release.id);
        }
    }
    let before = paths.map(|path| server.get(path));
    drop(straight);
    cluster.kill();
    for (path, before) in paths.iter().zip(&before) {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.content()), (200, before.content()), "{path} without the database");
    }
    assert_eq!(server.get("/health/ready").status, 503, "publications are not learnt any more");
}
