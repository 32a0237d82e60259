# What a developer or CI runs. `./justw RECIPE` works where `just` is not installed.

# Cargo last, for shells that were opened before Rust was installed.
cargo_home := env_var_or_default("CARGO_HOME", env_var_or_default("HOME", "") / ".cargo")
export PATH := justfile_directory() / ".tools/bin:" + env_var("PATH") + ":" + cargo_home / "bin"

# List the recipes
default:
    @just --list --unsorted

# Serve with a season of sample data on a database of its own, at http://127.0.0.1:3001
demo *args:
    @scripts/bootstrap cc cargo postgres node
    scripts/web
    cargo run --release --package app -- demo {{ args }}

# Check, build, and run every test, with throw-away databases and in a browser
test: edges
    @scripts/bootstrap cc cargo typos postgres node chromium chromedriver
    @# What the program has in it is not to change while the lints read it.
    scripts/web
    @# The web's checks take one core, and for long the lints do too.
    scripts/beside scripts/test-web "{{ just_executable() }}" check
    scripts/test
    scripts/browser e2e

# Try the program in a browser; `just e2e --only=upload` tries one file of web/e2e/flows
e2e *args:
    @scripts/bootstrap cc cargo postgres node chromium
    scripts/browser e2e {{ args }}

# Photograph every page in light, dark, phone width and English into web/screenshots
screenshots *beginning:
    @scripts/bootstrap cc cargo postgres node chromium
    scripts/browser screenshots {{ beginning }}

# Measure how long home with 100 productions takes until it can be read, in a browser and of the release
home:
    @scripts/bootstrap cc cargo postgres node chromium
    PROFILE=release scripts/browser home

# Build the web application
web:
    @scripts/bootstrap node
    scripts/web

# Compare every report with a naive computation over this many random worlds, from this seed on
differential worlds="50" seed="1":
    @scripts/bootstrap cc cargo postgres
    cargo build --package app
    DIFFERENTIAL_WORLDS={{ worlds }} DIFFERENTIAL_SEED={{ seed }} target/debug/fullhouse with-postgres -- cargo test --package app --test it -- differential::every --nocapture

# Give this many peculiar workbooks to the reader, from this seed on
peculiarities cases="20000" seed="1":
    @scripts/bootstrap cc cargo
    PECULIARITIES_CASES={{ cases }} PECULIARITIES_SEED={{ seed }} cargo test --package xlsx-ingest --test it -- peculiarities::every --nocapture

# Let LibreOffice, Gnumeric, openpyxl, XlsxWriter, SheetJS and ExcelJS write the good workbooks, as far as they can be had
other-writers:
    @scripts/bootstrap cc cargo
    scripts/other-writers/run

# Upload workbooks that ask for much to the release server, and measure its memory, time and patience
hostile-sizes *shapes:
    @scripts/bootstrap cc cargo postgres
    scripts/hostile-sizes/run {{ shapes }}

# Formatting, lints, forbidden dependencies, documentation and spelling
check: edges
    @scripts/bootstrap cc cargo typos
    cargo fmt --all --check
    cargo clippy --workspace --all-targets --quiet -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --workspace --document-private-items --quiet
    if command -v typos >/dev/null; then typos; fi

# The dependencies that the architecture forbids (ARCHITECTURE.md)
[private]
edges:
    @scripts/bootstrap cc cargo
    scripts/forbid-edge domain diesel actix-web tokio sqlx
    scripts/forbid-edge --direct domain serde serde_json async-trait
    scripts/forbid-edge ports diesel actix-web sqlx
    scripts/forbid-edge reporting diesel actix-web sqlx calamine
    scripts/forbid-edge messages diesel actix-web sqlx calamine reqwest lettre
    scripts/forbid-edge notifications diesel actix-web sqlx calamine postgres-adapter messages reporting
    scripts/forbid-edge backups diesel actix-web sqlx calamine reqwest
    scripts/forbid-edge backoffice diesel actix-web sqlx calamine
    scripts/forbid-edge moving-in diesel actix-web sqlx calamine xlsx-ingest postgres-adapter
    scripts/forbid-edge uploads diesel actix-web sqlx calamine xlsx-ingest
    scripts/forbid-edge schedules diesel actix-web sqlx calamine reqwest
    scripts/forbid-edge collection diesel actix-web sqlx calamine reqwest postgres-adapter
    scripts/forbid-edge fetching diesel actix-web sqlx calamine postgres-adapter collection uploads
    scripts/forbid-edge forecasts diesel actix-web sqlx calamine
    scripts/forbid-edge market diesel actix-web sqlx calamine reqwest kopis
    scripts/forbid-edge kopis diesel actix-web sqlx calamine postgres-adapter market
    scripts/forbid-edge original-store diesel actix-web sqlx calamine postgres-adapter
    scripts/forbid-edge xlsx-ingest diesel actix-web sqlx
    scripts/forbid-edge browser-recipes diesel actix-web sqlx calamine postgres-adapter
    scripts/forbid-edge http-api diesel sqlx calamine postgres-adapter
    scripts/forbid-edge postgres-adapter actix-web calamine http-api

# Format the code
fmt:
    cargo fmt --all

# Bring the configured database up to date
migrate:
    cargo run --package app -- migrate

# Write the API contract and the catalogue of reports again
openapi:
    cargo build --package app
    target/debug/fullhouse openapi > openapi/openapi.json
    target/debug/fullhouse catalogue > openapi/catalogue.json

# Write the settings into .env.example and the READMEs again
settings:
    UPDATE_DOCUMENTS=1 cargo test --package app --test it -- documents::

# Measure the release server under load: uploads, reports, streams, or all
load *parts:
    @scripts/bootstrap cc cargo postgres wrk
    scripts/load {{ parts }}

# Besiege the release server: what do strangers and a member cost the others?
siege:
    @scripts/bootstrap cc cargo postgres
    scripts/siege

# Kill servers, workers and a replica for ten minutes (or so many as are given), and say in a line what came of it
soak *minutes:
    @scripts/bootstrap cc cargo postgres
    scripts/soak {{ minutes }}

# Measure reports and uploads among 10 000 productions and 30 million rows (or as many as are given: 3M)
scale *rows:
    @scripts/bootstrap cc cargo postgres
    scripts/scale {{ rows }}

# Update from another revision under load, and say in a line how many requests failed
handover *revision:
    @scripts/bootstrap cc cargo postgres
    scripts/handover {{ revision }}

# Measure parsing, reports and uploads
bench *args:
    @scripts/bootstrap cc cargo postgres wrk
    cargo build --release --package app
    target/release/fullhouse with-postgres -- cargo bench --package xlsx-ingest --package postgres-adapter --package domain --bench parse --bench reports --bench forecast -- {{ args }}
    scripts/load

# Build the Debian package into target/debian; `just deb try`, as root on Debian, tries it in a fresh tree
deb *args:
    @scripts/bootstrap cc cargo openssl node cargo-deb
    scripts/deb {{ args }}

# Try README's two commands (or one: demo) on a fresh Debian, as root on Debian, and say in a line each what came of it
bare *commands:
    scripts/bare {{ commands }}

# Build the image and try it; `just image local`, as root on Debian, without base images from elsewhere
image *args:
    scripts/image {{ args }}

# Start docker/compose.yaml, each profile, until it is healthy, and take it down again
compose:
    scripts/compose

# Check dashboard, alerts and figures (docs/monitoring)
monitoring:
    @scripts/bootstrap cc cargo postgres
    cargo build --package app
    scripts/monitoring

# Give random workbooks to the reader (needs the nightly toolchain)
fuzz target="read_workbook" seconds="300":
    @scripts/bootstrap cc cargo cargo-fuzz
    cd crates/xlsx-ingest && cargo +nightly fuzz run {{ target }} -- -max_total_time={{ seconds }}

# Give random requests to a server with a throw-away database
fuzz-api:
    @scripts/bootstrap cc cargo postgres schemathesis
    scripts/fuzz-api

# Break what is around running servers (frozen processes, full disks), and say in a line each what came of it
faults:
    @scripts/bootstrap cc cargo postgres
    scripts/faults

# Advisories, licences, sources and unused dependencies: when a lock file changed and before a release
audit:
    @scripts/bootstrap cc cargo node cargo-deny cargo-machete
    cargo deny check bans licenses sources
    cargo machete
    scripts/advisories

# Forget the local database and the uploads (stop the server first)
clean-data:
    rm -rf data
