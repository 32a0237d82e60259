//! One of everything, as realistic as an example in the documentation.

use std::collections::{BTreeMap, VecDeque};

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::{DateRange, KstInstant, Month};
use domain::campaign::{Campaign, CampaignDraft, CampaignId, CampaignKind};
use domain::diagnostics::{CellAddress, Diagnostic, DiagnosticCode, DiagnosticCounts};
use domain::grade::SeatsByGrade;
use domain::headings::{Decision, LayoutDocument, Means, Role, State};
use domain::market::matching::{Criterion, Reason, Suggestion};
use domain::market::{Genre, Show};
use domain::people::{UserId, UserName};
use domain::planning::{MarketingWeek, PeriodChange, WeekNotes};
use domain::preferences::{Preferences, SavedView, Wall};
use domain::production::{Category, Production, ProductionDraft, ProductionId};
use domain::sales::{DailySale, PerformanceDetails, PerformanceSale, Snapshot, StageFigures};
use domain::upload::{OriginalFile, Sha256, Upload, UploadId, UploadKind, UploadStatus};
use domain::validation::{Breach, Field, Form, Rule};
use ports::driven::{
    CalendarNotes, Endpoint, Job, JobStatus, Layout, Match, MockOriginalContents, MonthlyNotes, NoteChange,
    NoteChanges, OriginalContents, Verdict,
};
use ports::driving::{
    Download, DryRun, ImportedRow, MarketFigures, MarketingPlan, ProductionImport, Suggestions, Targets,
    WorkbookTemplate,
};
use rust_decimal::Decimal;
use uuid::Uuid;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn kst(text: &str) -> KstInstant {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// `decimal(625, 3)` is 0.625.
pub(crate) fn decimal(digits: i64, places: u32) -> Decimal {
    Decimal::new(digits, places)
}

pub(crate) fn seats(of: &[(&str, i64)]) -> SeatsByGrade {
    of.iter()
        .map(|(grade, seats)| (grade.parse().unwrap(), *seats))
        .collect()
}

/// An identity that ends like this.
pub(crate) fn id(last: u128) -> Uuid {
    Uuid::from_u128(0x0197_c1a0_0000_7000_8000_0000_0000_0000 + last)
}

pub(crate) fn production_id(last: u128) -> ProductionId {
    ProductionId(id(last))
}

pub(crate) fn production() -> Production {
    let mut draft = ProductionDraft::new("PL2612".parse().unwrap(), "두 번째 편지", Category::Play);
    draft.venue = Some("대학로 소극장 달빛".to_owned());
    draft.run_start = Some(day("2026-11-19"));
    draft.run_end = Some(day("2027-01-31"));
    draft.sale_start = Some(day("2026-10-05"));
    draft.sale_end = Some(day("2027-01-31"));
    draft.running_minutes = Some(100);
    draft.target_share = Some(decimal(625, 3));
    draft.break_even_krw = Some(780_000_000);
    draft.seats_per_performance = Some(384);
    draft.preview_end = Some(day("2026-11-22"));
    Production {
        id: production_id(1),
        details: draft.check().unwrap(),
        created_at: instant("2026-09-30T01:15:00Z"),
        updated_at: instant("2026-11-02T05:40:00Z"),
        has_slack_webhook: true,
        revision: 7,
    }
}

pub(crate) fn concert() -> Production {
    let mut draft = ProductionDraft::new("CO2613".parse().unwrap(), "겨울 콘서트", Category::Concert);
    draft.concert_at = Some(kst("2026-12-19T18:00:00+09:00"));
    draft.seat_inventory = Some(seats(&[("vip", 420), ("r", 1_260), ("s", 840)]));
    Production {
        id: production_id(2),
        details: draft.check().unwrap(),
        created_at: instant("2026-10-01T02:00:00Z"),
        updated_at: instant("2026-10-01T02:00:00Z"),
        has_slack_webhook: false,
        revision: 1,
    }
}

pub(crate) fn targets() -> Targets {
    Targets {
        days: BTreeMap::from([(day("2026-11-19"), 28_560_000), (day("2026-11-20"), 31_200_000)]),
        weeks: BTreeMap::from([(day("2026-11-16"), 59_760_000)]),
        total_krw: 59_760_000,
        revision: 4,
    }
}

pub(crate) fn marketing_plan() -> MarketingPlan {
    let weeks = vec![MarketingWeek {
        week_number: 7,
        days: DateRange::new(day("2026-11-16"), day("2026-11-22")).unwrap(),
        notes: WeekNotes {
            sales_marketing: Some("평일 마티네 할인".to_owned()),
            promotion: Some("지하철 광고".to_owned()),
            other: None,
        },
    }];
    MarketingPlan { weeks, revision: 5 }
}

pub(crate) fn campaign() -> Campaign {
    let master = super::people::master();
    let draft = CampaignDraft {
        from: day("2026-11-12"),
        to: day("2026-11-30"),
        kind: CampaignKind::Discount,
        text: "수험생 할인".to_owned(),
        agency: "nol".parse().ok(),
        rate: Some(decimal(3, 1)),
        grades: vec!["r".parse().unwrap(), "s".parse().unwrap()],
    };
    Campaign {
        id: CampaignId(id(0xc01)),
        production_id: production_id(1),
        details: draft.check().unwrap(),
        created_by: Some(UserName {
            id: master.id,
            name: master.name,
        }),
        revision: 2,
    }
}

pub(crate) fn layout() -> Layout {
    let labels = [
        (
            Some("인터파크(입금)"),
            Some("테라스"),
            Means::Grade("terrace".parse().unwrap()),
        ),
        (
            Some("현장(입금)"),
            None,
            Means::Agency("box-office".parse().unwrap(), Some(State::Deposited)),
        ),
        (None, Some("전일비"), Means::Ignored),
    ];
    let labels = labels.map(|(upper, lower, means)| Decision {
        role: Role::Performances,
        upper: upper.map(str::to_owned),
        lower: lower.map(str::to_owned),
        means,
    });
    let master = super::people::master();
    Layout {
        document: LayoutDocument {
            sheets: BTreeMap::from([(Role::Performances, "11월 회차".to_owned())]),
            labels: labels.into(),
        },
        revision: 6,
        updated_by: Some(UserName {
            id: master.id,
            name: master.name,
        }),
        updated_at: Some(instant("2026-11-20T00:30:00Z")),
    }
}

pub(crate) fn preferences() -> Preferences {
    Preferences {
        views: vec![SavedView {
            name: "지난달 주간".to_owned(),
            path: "/plays/weekly?period=lastMonth".to_owned(),
            pinned: true,
        }],
        hidden_columns: BTreeMap::from([("plays/weekly-capacity".to_owned(), vec!["offeredSeats".to_owned()])]),
        wall: Some(Wall {
            paths: vec!["/".to_owned(), "/plays/outlook".to_owned()],
            seconds: 20,
        }),
        seen_release: Some("2026.11".to_owned()),
    }
}

pub(crate) fn monthly_notes() -> MonthlyNotes {
    MonthlyNotes {
        notes: BTreeMap::from([(Month::parse("2026-11").unwrap(), "수능 마케팅".to_owned())]),
        revision: 3,
    }
}

pub(crate) fn calendar_notes() -> CalendarNotes {
    CalendarNotes {
        notes: BTreeMap::from([(day("2026-11-19"), "수능".to_owned())]),
        revision: 2,
    }
}

/// What a sale period that ends a week earlier would lose.
pub(crate) fn loss() -> PeriodChange {
    PeriodChange {
        lost_targets: BTreeMap::from([(day("2027-01-30"), 33_600_000), (day("2027-01-31"), 35_700_000)]),
        lost_notes: BTreeMap::from([(
            day("2027-01-25"),
            WeekNotes {
                promotion: Some("폐막 이벤트".to_owned()),
                ..WeekNotes::default()
            },
        )]),
        ..PeriodChange::default()
    }
}

pub(crate) fn snapshot() -> Snapshot {
    Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![DailySale {
            sale_day: day("2026-11-18"),
            revenue_krw: 21_340_000,
            seats: 402,
            seats_by_grade: seats(&[("r", 240), ("s", 162)]),
            complimentary_seats: 0,
        }],
        performance_sales: vec![PerformanceSale {
            starts_at: kst("2026-11-20T19:30:00+09:00"),
            cast: vec!["김서연".to_owned(), "박도윤".to_owned()],
            paid_seats: 291,
            complimentary_seats: 12,
            paid_seats_by_grade: seats(&[("r", 180), ("s", 111)]),
            complimentary_seats_by_grade: seats(&[("r", 12), ("s", 0)]),
            stage: Some(StageFigures {
                revenue_krw: 15_770_000,
                deposit_share: Some(decimal(7_578, 4)),
                paid_share: decimal(7_578, 4),
                complimentary_share: decimal(313, 4),
            }),
            details: PerformanceDetails::default(),
        }],
        ..Snapshot::default()
    }
}

pub(crate) fn warning() -> Diagnostic {
    let cell = CellAddress { row: 36, column: 5 };
    Diagnostic::of_cell(DiagnosticCode::GradeSumMismatch, "회차별판매", cell, Some("109"))
}

pub(crate) fn file() -> OriginalFile {
    OriginalFile {
        file_name: "20261119_PL2612_두 번째 편지.xlsx".to_owned(),
        sha256: Sha256([0xAB; 32]),
        size_bytes: 1_048_576,
    }
}

pub(crate) fn upload() -> Upload {
    Upload {
        id: UploadId(id(0x101)),
        kind: UploadKind::Sales,
        production_id: production().id,
        production_code: "PL2612".parse().unwrap(),
        record_date: day("2026-11-19"),
        files: vec![file()],
        uploaded_by: Some(member()),
        uploaded_at: instant("2026-11-19T15:20:00Z"),
        finished_at: Some(instant("2026-11-19T15:20:01Z")),
        status: UploadStatus::Completed,
        current: true,
        diagnostics: vec![warning()],
        diagnostic_counts: DiagnosticCounts::from([(DiagnosticCode::GradeSumMismatch, 1)]),
        is_labelled: false,
        is_decrypted: false,
        recognised: None,
        source: None,
        facts: Some(snapshot().facts(true)),
    }
}

pub(crate) fn queued_upload() -> Upload {
    Upload {
        finished_at: None,
        status: UploadStatus::Queued,
        current: false,
        diagnostics: Vec::new(),
        diagnostic_counts: DiagnosticCounts::new(),
        is_labelled: false,
        is_decrypted: false,
        recognised: None,
        facts: None,
        ..upload()
    }
}

pub(crate) fn withdrawn_upload() -> Upload {
    Upload {
        status: UploadStatus::Withdrawn,
        current: false,
        ..upload()
    }
}

pub(crate) fn dry_run() -> DryRun {
    let mut replaced = upload();
    replaced.facts = replaced.facts.map(|mut facts| {
        let daily = facts.daily.as_mut().expect("sale days");
        daily.revenue_krw -= 1_340_000;
        daily.seats -= 24;
        facts.performances.paid_seats -= 24;
        facts
    });
    DryRun {
        kind: UploadKind::Sales,
        production_id: production().id,
        production_code: "PL2612".parse().unwrap(),
        record_date: day("2026-11-19"),
        status: UploadStatus::Completed,
        verdict: Verdict {
            diagnostics: vec![warning()],
            diagnostic_counts: DiagnosticCounts::from([(DiagnosticCode::GradeSumMismatch, 1)]),
            recognised: None,
        },
        facts: Some(snapshot().facts(true)),
        snapshot: snapshot(),
        current_facts: replaced.facts.clone(),
        label_changes: None,
        replaces: Some(replaced),
        becomes_current: true,
    }
}

/// What the original of the sample says.
pub(crate) const ORIGINAL: &[u8] = b"PK the workbook";

pub(crate) fn download() -> Download {
    Download {
        file: OriginalFile {
            size_bytes: i64::try_from(ORIGINAL.len()).unwrap(),
            ..file()
        },
        contents: contents(ORIGINAL.chunks(4)),
    }
}

/// A file that is read in these pieces.
pub(crate) fn contents<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> Box<dyn OriginalContents> {
    let mut pieces: VecDeque<_> = pieces.map(<[u8]>::to_vec).collect();
    let mut contents = MockOriginalContents::new();
    contents.expect_next().returning(move || Ok(pieces.pop_front()));
    Box::new(contents)
}

pub(crate) fn template() -> WorkbookTemplate {
    WorkbookTemplate {
        file_name: "20261120_PL2612_두 번째 편지.xlsx".to_owned(),
        bytes: b"PK the blank workbook".to_vec(),
    }
}

pub(crate) fn job() -> Job {
    Job {
        id: "01JCZ6P7Q0V9K3M4N5R6S7T8W9".to_owned(),
        kind: "upload".to_owned(),
        subject: Some(upload().id.to_string()),
        file_name: Some("20261119_PL2612_두번째편지.xlsx".to_owned()),
        status: JobStatus::Done,
        attempts: 1,
        max_attempts: 5,
        run_at: instant("2026-11-19T15:20:00Z"),
        done_at: Some(instant("2026-11-19T15:20:01Z")),
        last_result: None,
    }
}

/// Who works on the production.
pub(crate) fn member() -> UserName {
    UserName {
        id: UserId(id(0x407)),
        name: "하우스 매니저".to_owned(),
    }
}

/// A list of two productions, as it was entered.
pub(crate) fn import() -> ProductionImport {
    let row = |row, production: Production| ImportedRow {
        row,
        details: Some(production.details),
        errors: Vec::new(),
    };
    ProductionImport {
        rows: vec![row(2, production()), row(3, concert())],
        entered: vec![production(), concert()],
    }
}

/// A list with one row that breaks a rule, and one that cannot be read.
pub(crate) fn wrong_import() -> ProductionImport {
    let mut import = import();
    import.entered.clear();
    import.rows[0].errors = vec![Breach::new(Field::SaleEnd, Rule::BeforeStart)];
    import.rows[1].details = None;
    import.rows[1].errors = vec![Breach::new(Field::Code, Rule::Malformed(Form::Code))];
    import
}

fn changed<K, N>(changes: Vec<NoteChange<K, N>>) -> NoteChanges<K, N> {
    NoteChanges {
        at: instant("2026-11-18T02:30:00Z"),
        by: Some(member()),
        changes,
        moved_in: false,
    }
}

/// What became of the marketing notes of a week.
pub(crate) fn week_changes() -> NoteChanges<NaiveDate, WeekNotes> {
    let notes = |promotion: Option<&str>| WeekNotes {
        sales_marketing: Some("평일 마티네 할인".to_owned()),
        promotion: promotion.map(str::to_owned),
        other: None,
    };
    changed(vec![NoteChange {
        of: day("2026-11-16"),
        before: Some(notes(None)),
        after: Some(notes(Some("지하철 광고"))),
    }])
}

/// What became of the notes of two days.
pub(crate) fn day_changes() -> NoteChanges<NaiveDate, String> {
    let change = |of, before: Option<&str>, after: Option<&str>| NoteChange {
        of: day(of),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    };
    changed(vec![
        change("2026-11-19", None, Some("수능")),
        change("2026-11-20", Some("폭설"), None),
    ])
}

/// What became of the note of a month.
pub(crate) fn month_changes() -> NoteChanges<Month, String> {
    changed(vec![NoteChange {
        of: Month::of(day("2026-11-01")),
        before: None,
        after: Some("수능 마케팅".to_owned()),
    }])
}

/// A job whose attempts are used up, queued again.
pub(crate) fn retried_job() -> Job {
    Job {
        status: JobStatus::Queued,
        attempts: 0,
        done_at: None,
        ..job()
    }
}

fn kopis_show() -> Show {
    Show {
        kopis_id: "PF900001".parse().unwrap(),
        name: "두 번째 편지".to_owned(),
        genre: Genre::known("AAAA").unwrap(),
        place: Some("가온예술극장 (소극장)".to_owned()),
        area: Some("서울특별시".to_owned()),
        from: day("2026-11-06"),
        to: day("2027-01-31"),
        open_run: false,
    }
}

pub(crate) fn kopis_match() -> Match {
    Match {
        kopis_ids: vec![kopis_show().kopis_id],
        genre: kopis_show().genre,
        shows: vec![kopis_show()],
        confirmed_by: layout().updated_by,
        confirmed_at: Some(instant("2026-11-20T00:30:00Z")),
        revision: 7,
    }
}

pub(crate) fn suggestions() -> Suggestions {
    let reason = |what, score: &str, own: Option<&str>, theirs: &str| Reason {
        what,
        score: score.parse().unwrap(),
        own: own.map(str::to_owned),
        theirs: Some(theirs.to_owned()),
    };
    let suggestion = Suggestion {
        show: kopis_show(),
        score: "0.7".parse().unwrap(),
        reasons: vec![
            reason(Criterion::Name, "1", Some("두 번째 편지"), "두 번째 편지"),
            reason(Criterion::Place, "0", None, "가온예술극장 (소극장)"),
            reason(
                Criterion::Period,
                "0.5",
                Some("2026-11-06 ~ 2026-12-18"),
                "2026-11-06 ~ 2027-01-31",
            ),
            reason(Criterion::Genre, "1", Some("연극"), "연극"),
        ],
    };
    Suggestions {
        suggestions: vec![suggestion],
        is_complete: true,
    }
}

pub(crate) fn market_figures() -> MarketFigures {
    MarketFigures {
        requests: vec![(Endpoint::Bookings, "ok", 38)],
        budget_left: Some(962),
        through: Some(day("2026-11-19")),
    }
}
