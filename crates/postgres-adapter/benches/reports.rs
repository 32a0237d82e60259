//! What a report costs with 1, 30 and 300 record dates per production, and what one of a hundred productions costs among
//! 10 000: it must depend on neither.
//!
//! Needs `TEST_DATABASE_URL`; `just bench` runs it.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use diesel::connection::SimpleConnection;
use domain::access::Visible;
use domain::calendar::Grain;
use domain::reports::Report;
use domain::reports::upload_coverage;
use domain::reports::weekly_overview::Weeks;
use domain::reports::{break_even, concert_daily, marketing_effect, revenue, target_vs_actual, weekly_overview};
use ports::driven::{FiguresOf, Read, ReportScope};
use postgres_adapter::PgReportSource;
use postgres_adapter::test_database::TestDatabase;
use tokio::runtime::Runtime;

/// Productions of which the first `active` are; of ten, seven are plays and three concerts. Each has 120 sale days and 100
/// performances in every snapshot.
fn season(productions: u32, active: u32, record_dates: u32) -> TestDatabase {
    let database = TestDatabase::new();
    let fill = format!(
        "INSERT INTO production (id, code, name, category, active, sale_start, sale_end, target_share, break_even_krw,
                                 seats_per_performance, seat_inventory, created_at, updated_at)
         SELECT gen_random_uuid(), 'P' || n, 'Production ' || n, CASE WHEN n % 10 < 7 THEN 'play' ELSE 'concert' END,
                n <= {active},
                DATE '2026-08-01', DATE '2026-12-31', 0.7, 1000000000, 500, '{{\"r\": 300, \"s\": 200}}', now(), now()
         FROM generate_series(1, {productions}) n;
         INSERT INTO daily_target (production_id, sale_day, target_krw)
         SELECT id, day::date, 1000000 FROM production, generate_series(sale_start, sale_end, interval '1 day') day;
         INSERT INTO upload (id, production_id, record_date, status, content_key, uploaded_at)
         SELECT gen_random_uuid(), id, DATE '2026-11-20' - n, 'completed', '\\x00', now()
         FROM production, generate_series(0, {record_dates} - 1) n;
         INSERT INTO upload_file (upload_id, part, file_name, sha256, size_bytes)
         SELECT id, 1, record_date || '.xlsx', sha256(id::text::bytea), 1000 FROM upload;
         INSERT INTO snapshot (upload_id, production_id) SELECT id, production_id FROM upload;
         INSERT INTO daily_sale (snapshot_id, production_id, sale_day, revenue_krw, seats, complimentary_seats, seats_by_grade)
         SELECT id, production_id, DATE '2026-11-20' - n, 1000000 + n, 10, 0, '{{\"r\": 6, \"s\": 4}}'
         FROM snapshot, generate_series(0, 119) n ORDER BY id, n;
         INSERT INTO performance_sale (snapshot_id, production_id, starts_at, cast_names, paid_seats, complimentary_seats,
                                       paid_seats_by_grade, complimentary_seats_by_grade, revenue_krw, deposit_share,
                                       paid_share, complimentary_share)
         SELECT id, production_id, TIMESTAMPTZ '2026-10-01 19:30+09' + n * interval '1 day', '{{A,B}}', 300, 20,
                '{{\"r\": 200, \"s\": 100}}', '{{\"r\": 10, \"s\": 10}}', 20000000, 0.6, 0.6, 0.04
         FROM snapshot, generate_series(0, 99) n ORDER BY id, n;
         ANALYZE;"
    );
    database
        .connection()
        .batch_execute(&fill)
        .expect("the season is written");
    database
}

/// The figures of a report.
async fn figures<R: Report>(source: &PgReportSource, scope: &ReportScope, window: R::Window) -> Read<R::Figures>
where
    PgReportSource: FiguresOf<R>,
{
    FiguresOf::<R>::figures(source, scope, window).await
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime")
}

/// What is active, as a report asks without naming productions.
fn active() -> ReportScope {
    ReportScope {
        visible: Visible::All,
        ..ReportScope::default()
    }
}

fn among_many(criterion: &mut Criterion) {
    let (runtime, scope) = (runtime(), active());
    let mut group = criterion.benchmark_group("100 active productions of");
    group.sample_size(20).measurement_time(Duration::from_secs(5));
    for productions in [100, 1_000, 10_000] {
        let database = season(productions, 100, 1);
        let source = PgReportSource::new(database.pool());
        macro_rules! measure {
            ($name:literal, $report:expr) => {
                group.bench_function(BenchmarkId::new($name, productions), |bencher| {
                    bencher.iter(|| black_box(runtime.block_on($report).expect("figures")));
                });
            };
        }
        measure!("revenue", figures::<revenue::Revenue>(&source, &scope, ()));
        measure!("break-even", figures::<break_even::BreakEven>(&source, &scope, ()));
        measure!(
            "target-vs-actual",
            figures::<target_vs_actual::TargetVsActual>(&source, &scope, Grain::Week)
        );
    }
    group.finish();
}

fn reports(criterion: &mut Criterion) {
    let (runtime, scope) = (runtime(), active());
    let today = "2026-11-20".parse().expect("a day");
    let (weeks, days) = (Weeks::as_of(today), upload_coverage::window(today, 30));
    let mut group = criterion.benchmark_group("reports");
    group.sample_size(30).measurement_time(Duration::from_secs(4));
    for record_dates in [1, 30, 300] {
        let database = season(10, 10, record_dates);
        let source = PgReportSource::new(database.pool());
        macro_rules! measure {
            ($name:literal, $report:expr) => {
                group.bench_function(BenchmarkId::new($name, record_dates), |bencher| {
                    bencher.iter(|| black_box(runtime.block_on($report).expect("figures")));
                });
            };
        }
        measure!(
            "weekly-overview",
            figures::<weekly_overview::WeeklyOverview>(&source, &scope, weeks)
        );
        measure!("revenue", figures::<revenue::Revenue>(&source, &scope, ()));
        measure!("break-even", figures::<break_even::BreakEven>(&source, &scope, ()));
        measure!(
            "concert-daily",
            figures::<concert_daily::ConcertDaily>(&source, &scope, ())
        );
        measure!(
            "marketing-effect",
            figures::<marketing_effect::MarketingEffect>(&source, &scope, ())
        );
        measure!(
            "upload-coverage",
            figures::<upload_coverage::UploadCoverage>(&source, &scope, days)
        );
        measure!(
            "target-vs-actual",
            figures::<target_vs_actual::TargetVsActual>(&source, &scope, Grain::Week)
        );
    }
    group.finish();
}

criterion_group!(benches, reports, among_many);
criterion_main!(benches);
