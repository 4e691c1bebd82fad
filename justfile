# Every habit of the project. `just` alone lists them; on a fresh machine `./bootstrap RECIPE` does the same.

set shell := ["bash", "-euo", "pipefail", "-c"]

# The features of a crate depend on what is built with it; one set for all keeps PROJ from being built twice.
cargo_all := "--workspace --all-targets --locked"

# list the recipes
default:
    @just --list --unsorted

# the map at http://localhost:8080, on the embedded store and the bundled release
serve *ARGS: web-build
    cargo build --release --locked --workspace
    target/release/terrikon serve {{ARGS}}

# everything: formatting, lints, licences, Rust, web, tiles, browser, API, clients
test: fmt-check web-build lint test-rust test-web test-tiles test-browser test-api test-clients licences

# unit and integration tests of all crates
test-rust: web-build
    cargo test --workspace --locked

# the viewer's types, lints and unit tests
test-web: web-install
    cd web && npm run check && npm test

# tiles and files read back by decoders that are not ours: node, GDAL
test-tiles: web-build
    cargo build {{cargo_all}}
    cd tests/tiles && npm ci --no-audit --no-fund && npm test

# the same, with every single tile drawn by MapLibre
test-every-tile: web-build
    cargo build {{cargo_all}}
    cd tests/tiles && npm ci --no-audit --no-fund && DRAWN=all node --test every-tile.test.mjs random-tiles.test.mjs

# the API and its files in GDAL, QGIS, Python, R and LibreOffice, and the commands of docs/guides
test-clients *ARGS: web-build
    cargo build {{cargo_all}}
    tests/clients/run {{ARGS}}

# what nobody would ask by hand: cases made from the description of the API, on both stores
test-api *ARGS: web-build
    cargo build {{cargo_all}}
    tests/api/run {{ARGS}}

# the page in a real Chromium: four languages, two sizes, keyboard, accessibility; DENSITY=1 takes sharp pictures
test-browser: web-build
    cargo build {{cargo_all}}
    cd web && npm run e2e

# a throw-away PostGIS in .db: prints its URL
db:
    @scripts/postgis start .db
    @echo "just db-stop ends it and deletes what is in it" >&2

# end the throw-away PostGIS and delete what is in it
db-stop:
    @scripts/postgis remove .db

# put all sources into their one shape
fmt:
    cargo fmt --all
    cd web && npm run format

# fail where a source is not in its shape
fmt-check:
    cargo fmt --all --check

# clippy with warnings as errors
lint: web-build
    cargo clippy {{cargo_all}} -- -D warnings

# licences and origins of all dependencies
licences:
    command -v cargo-deny >/dev/null || [[ -x .tools/bin/cargo-deny ]] || CARGO_PROFILE_DEV_DEBUG=false cargo install --quiet --debug --locked --root .tools cargo-deny@0.20.2
    PATH="$PWD/.tools/bin:$PATH" cargo deny --locked --log-level error check bans licenses sources

# known vulnerabilities of all dependencies (fetches the advisory database)
audit:
    PATH="$PWD/.tools/bin:$PATH" cargo deny check advisories
    cd web && npm audit --omit=dev

# derive fixtures/ from the raw files in ../shared/data
fixtures:
    cargo run --locked --bin terrikon -- ingest fixtures/recipes/raw.toml --data ../shared/data --text fixtures/derived

# the pictures in README, taken by the browser tests
screenshot: web-build
    cargo build {{cargo_all}}
    cd web && npm run screenshot

# people within reach, side by side with PostGIS, exactextract and GEOS
bench-exposure:
    benches/exposure/run

# tiles out of PostGIS, side by side with martin on the same table
bench-postgis *ARGS:
    cargo build --release --locked --workspace
    benches/postgis/run {{ARGS}}

# tiles of a million hotspots from memory, side by side with martin on PostGIS and nginx on finished files
bench-tiles *ARGS:
    cargo build --release --locked --workspace
    benches/tiles/run {{ARGS}}

# the whole map as one PMTiles archive, side by side with tippecanoe
bench-pmtiles *ARGS:
    cargo build --release --locked --workspace
    benches/pmtiles/run {{ARGS}}

# hotspots within a box from memory and from PostGIS, side by side with tipg on the same table
bench-api *ARGS:
    cargo build --release --locked --workspace
    benches/api/run {{ARGS}}

# whole collections as files: time, size and memory of each format
bench-downloads *ARGS:
    cargo build --release --locked --workspace
    benches/downloads/run {{ARGS}}

# what Lighthouse says of the map, a hotspot and an embed: three runs each on a release build, the middle one counts
bench-page: web-build
    cargo build --release --locked --workspace
    cd web && TERRIKON_BENCH=1 TERRIKON_BIN="$PWD/../target/release/terrikon" npx playwright test lighthouse weight

web-install:
    cd web && [[ node_modules/.package-lock.json -nt package-lock.json ]] || npm ci --no-audit --no-fund

web-build: web-install
    cd web && npm run build
