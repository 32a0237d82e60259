//! Sources, a run of each end, what came, and recipes, and desks that know them.

use std::time::Duration;

use domain::collection::{
    Arrival, ArrivalDryRun, ArrivalFile, ArrivalId, ArrivalState, CollectionRun, CollectionRunId, CollectionTrigger,
    Confirm, FolderConfig, HeldFor, RecordDateRule, RunCode, RunState, SecretHeader, Source, SourceConfig, SourceId,
    SourceKind, SourceState, Standing, Step, StepState, UrlConfig,
};
use domain::schedule::Cron;
use domain::upload::Sha256;
use ports::driven::collection::{
    BrowserAvailability, CollectionFigures, Evidence, RecipeFault, RecipeVersion, SourceRecord, SourceTraits,
};
use ports::driving::collection::{
    CollectionError, CollectionOptions, FolderOption, MockArrivalDesk, MockRecipeDesk, MockSourceDesk, RecipeView,
    SecretOption, SourceView,
};

use super::{page_of, sample};

const RECIPE: &str = "title = \"하늘티켓\"\nhosts = [\"partner.example.com\"]\n";

/// A folder that is ready.
pub(crate) fn folder() -> SourceView {
    let config = FolderConfig {
        root: "inbox".parse().unwrap(),
        path: Some("하늘티켓".to_owned()),
        patterns: vec!["*판매*.xlsx".to_owned()],
    };
    let run = run();
    SourceView {
        state: SourceState::Ready,
        code: None,
        until: None,
        next_run_at: Some(sample::instant("2026-11-21T00:30:00Z")),
        effective_url: None,
        record: SourceRecord {
            source: Source {
                id: SourceId(sample::id(0xa01)),
                name: "받은 파일".to_owned(),
                production: None,
                record_date: RecordDateRule::FileName,
                schedule: Some(Cron::parse("30 9 * * *").unwrap()),
                is_active: true,
                confirm: Confirm::Serious,
                password_secret: None,
                config: SourceConfig::Folder(config),
                created_at: sample::instant("2026-11-01T01:00:00Z"),
                updated_at: sample::instant("2026-11-02T01:00:00Z"),
                revision: 4,
            },
            traits: SourceTraits::default(),
            standing: Standing {
                last: Some((run.state, run.code)),
                ..Standing::default()
            },
            last_success_at: run.finished_at,
            last_run: Some(run),
            considered_until: sample::instant("2026-11-20T00:30:00Z"),
        },
    }
}

/// An address that was refused.
pub(crate) fn address() -> SourceView {
    let mut view = folder();
    view.state = SourceState::Stopped;
    view.code = Some(RunCode::LoginFailed);
    view.next_run_at = None;
    view.effective_url = Some("https://docs.google.com/spreadsheets/d/abc/export?format=xlsx".to_owned());
    let record = &mut view.record;
    record.source.id = SourceId(sample::id(0xa02));
    "구글 시트".clone_into(&mut record.source.name);
    record.source.production = Some(sample::production_id(1));
    record.source.record_date = RecordDateRule::Yesterday;
    record.source.config = SourceConfig::Url(UrlConfig {
        url: "https://docs.google.com/spreadsheets/d/abc/edit".to_owned(),
        file_name: Some("20261119_PL2612.xlsx".to_owned()),
        secret_header: Some(SecretHeader {
            name: "X-Token".to_owned(),
            secret: "FILE_TOKEN".parse().unwrap(),
        }),
    });
    record.standing.stopped_for = view.code;
    record.last_run = None;
    view
}

/// A run that brought a file.
pub(crate) fn run() -> CollectionRun {
    CollectionRun {
        id: CollectionRunId(sample::id(0xa11)),
        source: Some(SourceId(sample::id(0xa01))),
        source_name: "받은 파일".to_owned(),
        kind: SourceKind::Folder,
        is_dry: false,
        trigger: CollectionTrigger::Schedule,
        slot: sample::instant("2026-11-20T00:30:00Z"),
        record_date: None,
        state: RunState::Succeeded,
        code: None,
        detail: None,
        requested_by: None,
        recipe: None,
        attempts: 1,
        next_attempt_at: None,
        created_at: sample::instant("2026-11-20T00:30:01Z"),
        started_at: Some(sample::instant("2026-11-20T00:30:02Z")),
        finished_at: Some(sample::instant("2026-11-20T00:30:05Z")),
        arrivals: Vec::new(),
        steps: Vec::new(),
        ignored: Vec::new(),
        blocked_hosts: Vec::new(),
    }
}

/// A walk through a site that somebody tried, with all that may be told of one.
pub(crate) fn walk() -> CollectionRun {
    let step = |index, kind: &str, state, detail: Option<&str>| Step {
        index,
        kind: kind.to_owned(),
        note: (index == 1).then(|| "로그인".to_owned()),
        state,
        took_ms: 420,
        detail: detail.map(str::to_owned),
        has_picture: true,
        has_page: state == StepState::Failed,
    };
    CollectionRun {
        id: CollectionRunId(sample::id(0xa12)),
        source_name: "하늘티켓".to_owned(),
        kind: SourceKind::Browser,
        is_dry: true,
        trigger: CollectionTrigger::Manual,
        state: RunState::Failed,
        code: Some(RunCode::LoginFailed),
        detail: Some("#login".to_owned()),
        requested_by: Some(sample::member()),
        recipe: Some(("haneul-ticket".parse().unwrap(), 3)),
        arrivals: vec![held()],
        steps: vec![
            step(1, "fill", StepState::Done, None),
            step(2, "click", StepState::Failed, Some("#login")),
        ],
        ignored: vec!["메모.txt".to_owned()],
        blocked_hosts: vec!["ads.example.com".to_owned()],
        ..run()
    }
}

/// A run that waits for its turn.
pub(crate) fn queued() -> CollectionRun {
    CollectionRun {
        state: RunState::Queued,
        trigger: CollectionTrigger::Manual,
        requested_by: Some(sample::member()),
        attempts: 0,
        started_at: None,
        finished_at: None,
        ..run()
    }
}

/// A file that waits for a yes.
pub(crate) fn held() -> Arrival {
    let dry = sample::dry_run();
    Arrival {
        id: ArrivalId(sample::id(0xa21)),
        source: Some(SourceId(sample::id(0xa01))),
        source_name: "받은 파일".to_owned(),
        run: Some(CollectionRunId(sample::id(0xa11))),
        files: vec![ArrivalFile {
            file_name: "20261119_PL2612_두 번째 편지.xlsx".to_owned(),
            sha256: Sha256([0xab; 32]),
            size_bytes: 21_504,
        }],
        state: ArrivalState::Held,
        code: None,
        production_id: Some(sample::production_id(1)),
        production_code: Some("PL2612".parse().unwrap()),
        record_date: Some(sample::day("2026-11-19")),
        upload_id: None,
        held_for: vec![HeldFor::RevenueShrank],
        diagnostics: vec![sample::warning()],
        diagnostic_counts: sample::upload().diagnostic_counts,
        dry_run: Some(ArrivalDryRun {
            kind: dry.kind,
            diagnostics: dry.verdict.diagnostics,
            facts: dry.facts,
            current_facts: None,
            replaces: dry.replaces.map(|upload| upload.id),
            becomes_current: dry.becomes_current,
        }),
        at: sample::instant("2026-11-20T00:30:04Z"),
        decided_by: None,
        decided_at: None,
        reason: None,
    }
}

/// The same when somebody has decided.
pub(crate) fn decided(state: ArrivalState, reason: Option<String>) -> Arrival {
    Arrival {
        state,
        upload_id: (state == ArrivalState::Uploaded).then(|| sample::upload().id),
        dry_run: None,
        decided_by: Some(sample::member()),
        decided_at: Some(sample::instant("2026-11-20T01:00:00Z")),
        reason,
        ..held()
    }
}

fn recipe() -> RecipeView {
    RecipeView {
        name: "haneul-ticket".parse().unwrap(),
        title: "하늘티켓".to_owned(),
        version: 3,
        hosts: vec!["partner.example.com".to_owned()],
        params: vec!["show".to_owned()],
        secrets: vec!["HANEUL_PASSWORD".parse().unwrap()],
        text: RECIPE.to_owned(),
        used_by: vec!["하늘티켓".to_owned()],
    }
}

fn options() -> CollectionOptions {
    CollectionOptions {
        folders: vec![FolderOption {
            name: "inbox".parse().unwrap(),
            is_reachable: true,
        }],
        hosts: vec!["share.example.com".to_owned(), "*.partner.example.com".to_owned()],
        secrets: vec![SecretOption {
            name: "HANEUL_PASSWORD".parse().unwrap(),
            is_present: true,
            used_by: vec!["하늘티켓".to_owned()],
        }],
        browser: BrowserAvailability {
            version: Some("Chromium 140.0".to_owned()),
            reason: None,
        },
        recipes: vec!["haneul-ticket".parse().unwrap()],
    }
}

/// A desk without sources.
pub(crate) fn without_sources() -> MockSourceDesk {
    let mut desk = MockSourceDesk::new();
    desk.expect_list().returning(|| Ok(Vec::new()));
    know_figures(&mut desk);
    desk
}

fn know_figures(desk: &mut MockSourceDesk) {
    desk.expect_figures().returning(|| Ok(CollectionFigures::default()));
    desk.expect_browser_memory_bytes().return_const(0_u64);
}

/// A desk that knows a folder and an address, and does what it is asked.
pub(crate) fn with_sources() -> MockSourceDesk {
    let mut desk = MockSourceDesk::new();
    know_figures(&mut desk);
    desk.expect_options().returning(|| Ok(options()));
    desk.expect_list().returning(|| Ok(vec![folder(), address()]));
    desk.expect_read().returning(|id| {
        let known = [folder(), address()];
        let found = known.into_iter().find(|view| view.record.source.id == id);
        found.ok_or(CollectionError::Unknown("source"))
    });
    desk.expect_create().returning(|_, _| Ok(folder()));
    desk.expect_change().returning(|_, _, _| Ok(folder()));
    desk.expect_delete().returning(|_, _| Ok(()));
    desk.expect_pause().returning(|_, _| {
        let mut paused = folder();
        paused.state = SourceState::Paused;
        paused.record.source.is_active = false;
        paused.next_run_at = None;
        Ok(paused)
    });
    desk.expect_resume().returning(|_, _| Ok(folder()));
    desk.expect_run().returning(|_, _, _, _| Ok(queued()));
    desk.expect_wait_for().returning(|_, patience| {
        assert!(patience <= Duration::from_mins(1));
        Ok(walk())
    });
    desk.expect_runs().returning(|_| Ok(page_of(run())));
    desk.expect_read_run().returning(|id| {
        let known = [run(), walk()];
        let found = known.into_iter().find(|run| run.id == id);
        found.ok_or(CollectionError::Unknown("run"))
    });
    desk.expect_cancel().returning(|_| {
        Ok(CollectionRun {
            state: RunState::Cancelled,
            ..queued()
        })
    });
    desk.expect_evidence().returning(|_, step| match step {
        1 => Ok(Evidence {
            picture: Some(b"\x89PNG".to_vec()),
            page: Some("<p>•••</p>".to_owned()),
        }),
        _ => Err(CollectionError::Unknown("picture")),
    });
    desk
}

/// Knows one file that waits for a yes.
pub(crate) fn know_arrivals(desk: &mut MockArrivalDesk) {
    desk.expect_list().returning(|_| Ok(page_of(held())));
    desk.expect_read().returning(|id| {
        let held = held();
        (id == held.id)
            .then_some(held)
            .ok_or(CollectionError::Unknown("arrival"))
    });
    desk.expect_confirm()
        .returning(|_, _| Ok(decided(ArrivalState::Uploaded, None)));
    desk.expect_discard()
        .returning(|_, reason, _| Ok(decided(ArrivalState::Discarded, reason)));
}

/// Knows one recipe, and refuses the text `wrong`.
pub(crate) fn know_recipes(desk: &mut MockRecipeDesk) {
    fn checked(text: &str) -> Result<RecipeView, CollectionError> {
        if text != "wrong" {
            return Ok(recipe());
        }
        Err(CollectionError::RecipeInvalid(vec![RecipeFault {
            line: 1,
            key: "title".to_owned(),
            message_ko: "제목이 없습니다.".to_owned(),
            message_en: "There is no title.".to_owned(),
        }]))
    }
    desk.expect_list().returning(|| Ok(vec![recipe()]));
    desk.expect_read().returning(|name| {
        let recipe = recipe();
        (*name == recipe.name)
            .then_some(recipe)
            .ok_or(CollectionError::Unknown("recipe"))
    });
    desk.expect_check().returning(|_, text| checked(&text));
    desk.expect_save()
        .returning(|name, text, _| Ok((checked(&text)?, name.to_string() != "haneul-ticket")));
    desk.expect_remove().returning(|_, _| Ok(()));
    desk.expect_versions().returning(|_| {
        Ok(vec![RecipeVersion {
            version: 3,
            text: RECIPE.to_owned(),
            saved_at: sample::instant("2026-11-19T01:00:00Z"),
            saved_by: Some(sample::member()),
        }])
    });
}
