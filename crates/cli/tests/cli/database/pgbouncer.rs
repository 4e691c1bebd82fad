//! Behind pgbouncer in transaction mode: no session, no prepared statements, no notices.

use super::{
    cluster::Cluster,
    releases::{ONE, OTHER, releases_told},
    server::Serving,
    sql::until,
};

#[test]
fn a_server_behind_pgbouncer_answers_a_crowd_and_follows_publications() {
    let cluster = Cluster::start(&["--fast"]);
    let database = cluster.database();
    ONE.publish(&database);
    OTHER.write(&database.url);
    let url = database.url_of_pgbouncer();
    let server = Serving::start_with(&url, &["--tile-cache-mb", "0"], "info");
    let paths = [
        "/api/collections/hotspots/items?limit=10",
        "/api/collections/zones/items?limit=10&kind=tailings",
        "/api/collections/hotspots/items/synth-0000007",
        "/api/collections/claims/items?limit=10",
        "/api/search?q=karaganda",
        "/tiles/oblasts,zones,hotspots/8/179/86",
        "/tiles/hotspots/6/44/21?kind=dump",
        "/health/ready",
    ];
    let straight = Serving::start(&database.url);
    let asked = |release: &str| {
        let right = paths.map(|path| straight.get(path));
        assert!(right.iter().all(|answer| answer.status == 200), "{right:?}");
        std::thread::scope(|scope| {
            for number in 0..8 {
                let (right, server) = (&right, &server);
                scope.spawn(move || {
                    let mut client = server.client();
                    for turn in 0..40 {
                        let place = (number + turn) % paths.len();
                        let answer = client.get(paths[place]).unwrap();
                        assert!(
                            (answer.status, answer.content()) == (200, right[place].content()),
                            "{}: {}",
                            paths[place],
                            answer.text()
                        );
                        assert!([release, ""].contains(&&*answer.header("terrikon-release")));
                    }
                });
            }
        });
    };
    asked(&ONE.id);
    releases_told(&database.url, &["publish", &OTHER.id]);
    until("both switch", || server.serves() == OTHER.id && straight.serves() == OTHER.id);
    asked(&OTHER.id);
    drop(server);
    // Where it is forgotten to say so, it is said what is wrong, or all goes well.
    releases_told(&url, &["list"]);
}
