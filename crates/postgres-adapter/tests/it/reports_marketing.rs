//! Marketing weeks and their sales, and for which days there are uploads.

use std::collections::BTreeMap;

use domain::calendar::DateRange;
use domain::campaign::{CampaignDetails, CampaignDraft, CampaignId, CampaignKind};
use domain::planning::{NotesByMonday, WeekNotes};
use domain::production::{Category, ProductionDraft, ProductionId};
use domain::reports::marketing_effect::RunningWeek;
use domain::reports::{marketing_effect, marketing_week, upload_coverage};
use domain::sales::Snapshot;
use ports::actor::{Actor, Edit};
use ports::driven::{CampaignRepository, NewCampaign, Patch, PlanRepository, UploadRepository, WeekNotesPatch};

use crate::support::{Storage, daily, day, draft, everything, figures, file, instant, new_upload, sold};

fn period() -> Option<DateRange> {
    DateRange::new(day("2026-11-04"), day("2026-11-17"))
}

fn planned() -> WeekNotes {
    WeekNotes {
        sales_marketing: Some("2차 티켓오픈".to_owned()),
        promotion: Some("네이버 기획전".to_owned()),
        other: None,
    }
}

/// A concert on sale over three calendar weeks, with notes in the second.
async fn planned_concert(storage: &Storage) -> ProductionId {
    let on_sale = ProductionDraft {
        sale_start: Some(day("2026-11-04")),
        sale_end: Some(day("2026-11-17")),
        ..draft("CO1", Category::Concert)
    };
    let id = storage.enter(on_sale).await;
    let set = |text: Option<String>| text.map_or(Patch::Keep, Patch::Set);
    let notes = WeekNotesPatch {
        sales_marketing: set(planned().sales_marketing),
        promotion: set(planned().promotion),
        other: Patch::Keep,
    };
    storage
        .plans
        .change_weeks(
            id,
            &BTreeMap::from([(day("2026-11-09"), notes)]),
            &Edit::unconditional(Actor::SYSTEM),
        )
        .await
        .unwrap();
    id
}

#[tokio::test]
async fn a_week_has_the_notes_of_its_calendar_week() {
    let storage = Storage::new();
    planned_concert(&storage).await;
    storage.enter(draft("CO2", Category::Concert)).await;
    storage.enter_play("PL1").await;
    let of = async |text| {
        let figures = figures::<marketing_week::MarketingWeek>(&storage.reports, &everything(), day(text))
            .await
            .unwrap();
        let [concert, bare] = figures.value.try_into().unwrap();
        assert_eq!((concert.sale_period, bare.sale_period), (period(), None));
        assert_eq!(bare.notes, NotesByMonday::new());
        concert.notes
    };
    let week = NotesByMonday::from([(day("2026-11-09"), planned())]);
    assert_eq!(of("2026-11-09").await, week);
    assert_eq!(of("2026-11-15").await, week);
    let unplanned = NotesByMonday::from([(day("2026-11-02"), WeekNotes::default())]);
    assert_eq!(of("2026-11-08").await, unplanned);
    assert_eq!(of("2026-11-25").await, NotesByMonday::new());
}

#[tokio::test]
async fn an_effect_rests_on_whole_calendar_weeks_of_every_category() {
    let storage = Storage::new();
    let id = planned_concert(&storage).await;
    let snapshot = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![
            daily("2026-11-01", 10_000),
            daily("2026-11-02", 20_000),
            daily("2026-11-08", 30_000),
            daily("2026-11-09", 40_000),
        ],
        performance_sales: Vec::new(),
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-10", &snapshot).await;
    storage.enter_play("PL1").await;
    let [concert, play] = figures::<marketing_effect::MarketingEffect>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    assert_eq!(concert.sale_period, period());
    let notes = [
        ("2026-11-02", WeekNotes::default()),
        ("2026-11-09", planned()),
        ("2026-11-16", WeekNotes::default()),
    ];
    let notes = notes.map(|(monday, notes)| (day(monday), notes));
    assert_eq!(concert.notes, NotesByMonday::from(notes));
    let weeks = [
        ("2026-10-26", 10_000),
        ("2026-11-02", 50_000),
        ("2026-11-09", 40_000),
        // Targets only.
        ("2026-11-16", 0),
    ];
    let weeks = weeks.map(|(monday, krw)| (day(monday), krw));
    assert_eq!(concert.revenue_krw, BTreeMap::from(weeks));
    // Monday and Tuesday of the week of the record date, and of the week before.
    let running = RunningWeek {
        revenue_krw: 40_000,
        previous_revenue_krw: 20_000,
    };
    assert_eq!((concert.running, play.running), (running, RunningWeek::default()));
    assert_eq!((play.sale_period, play.notes), (None, NotesByMonday::new()));
    assert_eq!(play.revenue_krw, BTreeMap::new());
}

#[tokio::test]
async fn coverage_names_the_first_file_of_each_live_upload_of_the_days() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    storage.enter(draft("CO1", Category::Concert)).await;
    storage.upload(id, "2026-11-10", &sold(1)).await;
    storage.upload(id, "2026-11-11", &sold(2)).await;
    let mut pair = new_upload(id, "2026-11-12", 1);
    pair.files = vec![file("일별.csv", 1), file("회차별.csv", 2)];
    let replaced = storage.send(id, "2026-11-12", 3).await;
    let pair = storage.accept(&pair).await;
    for upload in [replaced, pair] {
        storage.uploads.begin(upload).await.unwrap().unwrap();
        storage.publish(upload, &sold(3)).await;
    }
    let withdrawn = storage.upload(id, "2026-11-13", &sold(4)).await;
    storage.withdraw(withdrawn).await;
    let failed = storage.send(id, "2026-11-14", 5).await;
    storage.uploads.begin(failed).await.unwrap().unwrap();
    assert!(storage.fail(failed).await);
    storage.upload(id, "2026-11-15", &sold(6)).await;

    let days = DateRange::new(day("2026-11-11"), day("2026-11-14")).unwrap();
    let [concert, play] = figures::<upload_coverage::UploadCoverage>(&storage.reports, &everything(), days)
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let names = [("2026-11-11", "2026-11-11_0.xlsx"), ("2026-11-12", "일별.csv")];
    let names = names.map(|(of, name)| (day(of), name.to_owned()));
    assert_eq!(play.file_names, BTreeMap::from(names));
    assert_eq!(concert.file_names, BTreeMap::new());
}

#[tokio::test]
async fn campaigns_stand_beside_the_weeks_in_order_of_time() {
    let storage = Storage::new();
    let id = planned_concert(&storage).await;
    let campaign = |number, first: &str, last: &str| NewCampaign {
        id: CampaignId(uuid::Uuid::from_u128(number)),
        production_id: id,
        details: CampaignDetails::stored(CampaignDraft {
            from: day(first),
            to: day(last),
            kind: CampaignKind::Press,
            text: "방송 출연".to_owned(),
            agency: None,
            rate: None,
            grades: Vec::new(),
        }),
        at: instant(),
    };
    for new in [
        campaign(1, "2026-11-09", "2026-11-09"),
        campaign(2, "2026-11-02", "2026-11-12"),
    ] {
        assert!(storage.campaigns.insert(&new, &Actor::SYSTEM).await.unwrap());
    }
    storage.enter_play("PL1").await;
    let [concert, play] = figures::<marketing_effect::MarketingEffect>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let told: Vec<_> = concert
        .campaigns
        .iter()
        .map(|of| (of.id.0.as_u128(), of.days.first(), of.kind, of.text.as_str()))
        .collect();
    let expected = [(2, "2026-11-02"), (1, "2026-11-09")];
    let expected = expected.map(|(number, first)| (number, day(first), CampaignKind::Press, "방송 출연"));
    assert_eq!(told, expected);
    assert_eq!(play.campaigns, []);
}
