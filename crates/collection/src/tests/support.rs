//! A house of mocks. Each test says only what it needs; whatever else is asked of a port fails it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::collection::{
    AddressRules, Arrival, ArrivalFile, ArrivalId, ArrivalState, BrowserConfig, CollectionRun, CollectionRunId,
    CollectionTrigger, Confirm, FolderConfig, RecordDateRule, RunState, Secret, SecretHeader, SecretName, Source,
    SourceConfig, SourceId, Standing, UrlConfig,
};
use domain::diagnostics::DiagnosticCode;
use domain::production::{ProductionCode, ProductionId};
use domain::sales::{Facts, Snapshot};
use domain::upload::{OriginalFile, Sha256, Upload, UploadId, UploadKind, UploadStatus};
use ports::driven::collection::{
    ArrivalGround, BoundRecipe, BrowserAvailability, BrowserRunner, DiskFile, FolderLook, FolderPlace, LeasedRun,
    MockArrivalRepository, MockBrowserRunner, MockCollectionMeter, MockCollectionRuns, MockFetcher, MockFolders,
    MockRecipeReader, MockRecipeRepository, MockRunFolders, MockSecretStore, MockSourceRepository, Recipe, RunArrivals,
    RunEnd, SameUpload, SourceRecord, SourceTraits,
};
use ports::driven::{
    IncomingFile, MockChanges, MockClock, MockIds, MockIncomingFile, MockOriginals, MockProductionRepository,
    StoredFile, Verdict,
};
use ports::driving::collection::Collecting;
use ports::driving::{DryRun, MockUploadDesk, Submission, UploadTarget};
use uuid::Uuid;

use crate::{CollectionPorts, CollectionSettings, Collector};

pub(super) const SOURCE: SourceId = SourceId(Uuid::from_u128(1));
pub(super) const RUN: CollectionRunId = CollectionRunId(Uuid::from_u128(2));
pub(super) const PRODUCTION: ProductionId = ProductionId(Uuid::from_u128(3));
pub(super) const UPLOAD: UploadId = UploadId(Uuid::from_u128(4));

/// Ten in the morning in Seoul.
pub(super) fn now() -> DateTime<Utc> {
    "2026-11-20T01:00:00Z".parse().unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn code() -> ProductionCode {
    "HN01".parse().unwrap()
}

pub(super) fn secret(name: &str) -> SecretName {
    name.parse().unwrap()
}

/// Which files were moved, where to, and the text beside them.
pub(super) type Moves = Arc<Mutex<Vec<(String, FolderPlace, Option<String>)>>>;

/// What collection stands on.
#[derive(Default)]
pub(super) struct World {
    pub(super) sources: MockSourceRepository,
    pub(super) runs: MockCollectionRuns,
    pub(super) arrivals: MockArrivalRepository,
    pub(super) recipes: MockRecipeRepository,
    pub(super) recipe_reader: MockRecipeReader,
    pub(super) productions: MockProductionRepository,
    pub(super) uploads: MockUploadDesk,
    pub(super) originals: MockOriginals,
    pub(super) folders: MockFolders,
    pub(super) fetcher: MockFetcher,
    pub(super) browser: MockBrowserRunner,
    /// In the place of the mock.
    pub(super) walker: Option<Arc<dyn BrowserRunner>>,
    pub(super) run_folders: MockRunFolders,
    /// Names and values.
    pub(super) secrets: BTreeMap<&'static str, &'static str>,
}

/// A file that swallows its bytes.
pub(super) fn incoming() -> Box<dyn IncomingFile> {
    let mut file = MockIncomingFile::new();
    file.expect_write().returning(|_| Ok(()));
    Box::new(file)
}

/// A file of the store, which must be kept.
fn kept() -> Box<dyn IncomingFile> {
    let mut file = MockIncomingFile::new();
    file.expect_write().once().returning(|_| Ok(()));
    file.expect_keep().once().returning(|| {
        Ok(StoredFile {
            sha256: Sha256([7; 32]),
            size_bytes: 3,
        })
    });
    Box::new(file)
}

impl World {
    pub(super) fn ports(self) -> Arc<CollectionPorts> {
        let mut clock = MockClock::new();
        clock.expect_now().returning(now);
        let mut ids = MockIds::new();
        let mut last = 100;
        ids.expect_next().returning(move || {
            last += 1;
            Uuid::from_u128(last)
        });
        let mut meter = MockCollectionMeter::new();
        meter.expect_ran().return_const(());
        meter.expect_arrived().return_const(());
        let values = self.secrets;
        let names: Vec<SecretName> = values.keys().map(|name| secret(name)).collect();
        let mut secrets = MockSecretStore::new();
        secrets.expect_names().returning(move || names.clone());
        secrets
            .expect_read()
            .returning(move |name| values.get(name.as_str()).map(|value| Secret::new(*value)));
        let mock = self.browser;
        let browser: Arc<dyn BrowserRunner> = self.walker.unwrap_or_else(|| Arc::new(mock));
        Arc::new(CollectionPorts {
            sources: Arc::new(self.sources),
            runs: Arc::new(self.runs),
            arrivals: Arc::new(self.arrivals),
            recipes: Arc::new(self.recipes),
            recipe_reader: Arc::new(self.recipe_reader),
            productions: Arc::new(self.productions),
            uploads: Arc::new(self.uploads),
            originals: Arc::new(self.originals),
            folders: Arc::new(self.folders),
            fetcher: Arc::new(self.fetcher),
            browser: Some(browser),
            run_folders: Arc::new(self.run_folders),
            secrets: Arc::new(secrets),
            meter: Arc::new(meter),
            changes: Arc::new(MockChanges::new()),
            clock: Arc::new(clock),
            ids: Arc::new(ids),
            settings: CollectionSettings {
                addresses: AddressRules::default(),
                stable: Duration::from_secs(2),
                retry: Duration::from_mins(5),
                host_pause: Duration::from_mins(1),
                max_file_bytes: 1_000,
                browser_memory_bytes: 1_000,
                lease: Duration::from_mins(1),
                collects: true,
            },
        })
    }

    /// Works on one run, and answers how its attempt ended.
    pub(super) async fn work(self, leased: LeasedRun) -> RunEnd {
        self.work_after_looks(leased, &[]).await
    }

    /// The same, where these files have been seen for long enough.
    pub(super) async fn work_after_looks(mut self, leased: LeasedRun, files: &[DiskFile]) -> RunEnd {
        let ended = Arc::new(Mutex::new(None));
        let heard = Arc::clone(&ended);
        let mut waiting = Some(leased);
        self.runs.expect_lease().returning(move |_, _, _| Ok(waiting.take()));
        self.runs
            .expect_finish()
            .once()
            .withf(|run, _, _, at| *run == RUN && *at == now())
            .returning(move |_, _, end, _| {
                *heard.lock().unwrap() = Some(end.clone());
                Ok(true)
            });
        let collector = Collector::new(self.ports());
        collector.looks.see(SOURCE, files, now() - TimeDelta::minutes(11));
        collector.work().await.unwrap();
        let end: Option<RunEnd> = ended.lock().unwrap().take();
        end.unwrap()
    }

    /// Files lead to the production, and to the day that the request says, else the name: 19 November.
    pub(super) fn settling(mut self) -> Self {
        self.uploads.expect_receive().returning(|| Ok(incoming()));
        self.uploads.expect_target_of().returning(|request| {
            Ok(UploadTarget {
                production_id: PRODUCTION,
                production_code: code(),
                record_date: request.record_date.unwrap_or_else(|| day("2026-11-19")),
            })
        });
        self
    }

    /// What is known there.
    pub(super) fn on(mut self, ground: ArrivalGround) -> Self {
        self.arrivals
            .expect_ground()
            .withf(|source, production, _, _| *source == SOURCE && *production == PRODUCTION)
            .returning(move |_, _, _, _| Ok(ground.clone()));
        self
    }

    /// This came with the run, in all its attempts.
    pub(super) fn having_brought(mut self, of_run: RunArrivals) -> Self {
        let asked = self.arrivals.expect_of_run().once();
        asked.withf(|run| *run == RUN).returning(move |_| Ok(of_run));
        self
    }

    /// Every file is tried out, and would do this.
    pub(super) fn trying(mut self, dry_run: DryRun) -> Self {
        self.uploads.expect_try_out().returning(move |_| Ok(dry_run.clone()));
        self
    }

    /// So many files become uploads, which stand there.
    pub(super) fn uploading(mut self, times: usize, status: UploadStatus) -> Self {
        self.uploads
            .expect_submit_and_wait()
            .times(times)
            .withf(|request, _| request.collected.is_some())
            .returning(move |_, _| {
                Ok(Submission {
                    upload: upload(status),
                    repeated: false,
                })
            });
        self
    }

    /// One arrival that is no upload is kept, so.
    pub(super) fn storing(mut self, state: ArrivalState, code: Option<&'static str>) -> Self {
        self.arrivals
            .expect_store()
            .once()
            .withf(move |new, _| new.arrival.state == state && new.arrival.code.as_deref() == code)
            .returning(|_, _| Ok(()));
        self
    }

    /// The bytes of one file are put into the store.
    pub(super) fn keeping(mut self) -> Self {
        self.originals.expect_receive().once().returning(|| Ok(kept()));
        self
    }

    /// These files lie in the folder, each with the same bytes.
    pub(super) fn lying(mut self, files: &[DiskFile]) -> Self {
        let files = files.to_vec();
        self.folders.expect_look().returning(move |_| {
            Ok(FolderLook {
                files: files.clone(),
                ignored: Vec::new(),
            })
        });
        self
    }

    /// Files that are asked for are had.
    pub(super) fn readable(mut self) -> Self {
        self.folders
            .expect_read()
            .returning(|_, _, _| Ok(Some(b"bytes".to_vec())));
        self
    }

    /// Files are moved; answers which, where to, and with which text.
    pub(super) fn moving(mut self) -> (Self, Moves) {
        let moves = Moves::default();
        let heard = Arc::clone(&moves);
        self.folders.expect_put_away().returning(move |_, file, place, text| {
            let name = String::from_utf8(file.disk_name.clone()).unwrap();
            heard.lock().unwrap().push((name, place, text));
            Ok(())
        });
        self.arrivals.expect_moved().returning(|_, _| Ok(()));
        (self, moves)
    }

    /// There is a browser, and a recipe with an account.
    pub(super) fn with_recipe(mut self) -> Self {
        self.browser.expect_availability().returning(available);
        self.recipes.expect_find().returning(|name| {
            Ok(Some(Recipe {
                name: name.clone(),
                version: 3,
                text: "title = \"하늘티켓\"".to_owned(),
                used_by: Vec::new(),
            }))
        });
        self.recipe_reader.expect_bind().returning(|_, _| {
            Ok(BoundRecipe {
                hosts: vec!["tickets.example".to_owned()],
                site: "tickets.example".to_owned(),
                secrets: vec![secret("HANEUL_ID")],
            })
        });
        self.productions.expect_find().returning(|_| Ok(None));
        self
    }

    /// A walk may begin, and its folder goes afterwards.
    pub(super) fn beginning_a_walk(mut self) -> Self {
        self.secrets.insert("HANEUL_ID", "jagwon");
        self.runs
            .expect_use_secrets()
            .once()
            .withf(|run, secrets, _| *run == RUN && *secrets == [secret("HANEUL_ID")])
            .returning(|_, _, _| Ok(true));
        self.run_folders
            .expect_make()
            .once()
            .returning(|_| Ok(PathBuf::from("walk")));
        self.run_folders
            .expect_remove()
            .once()
            .withf(|folder| folder.as_os_str() == "walk")
            .returning(|_| Ok(()));
        self
    }
}

pub(super) fn available() -> BrowserAvailability {
    BrowserAvailability {
        version: Some("1".to_owned()),
        reason: None,
    }
}

pub(super) fn url() -> SourceConfig {
    SourceConfig::Url(UrlConfig {
        url: "https://share.example/20261119_HN01_x.xlsx".to_owned(),
        file_name: None,
        secret_header: None,
    })
}

/// An address that wants the secret `KEY`.
pub(super) fn url_with_secret() -> SourceRecord {
    let mut record = record(SourceConfig::Url(UrlConfig {
        url: "https://share.example/20261119_HN01_x.xlsx".to_owned(),
        file_name: None,
        secret_header: Some(SecretHeader {
            name: "X-Key".to_owned(),
            secret: secret("KEY"),
        }),
    }));
    record.traits.secrets = vec![secret("KEY")];
    record
}

pub(super) fn folder() -> SourceConfig {
    SourceConfig::Folder(FolderConfig {
        root: "inbox".parse().unwrap(),
        path: None,
        patterns: Vec::new(),
    })
}

pub(super) fn browser() -> SourceConfig {
    SourceConfig::Browser(BrowserConfig {
        recipe: "haneul".parse().unwrap(),
        params: BTreeMap::new(),
    })
}

/// A source of one production whose files have their day in the name.
pub(super) fn record(config: SourceConfig) -> SourceRecord {
    let site = match &config {
        SourceConfig::Folder(_) => None,
        SourceConfig::Url(_) => Some("share.example".to_owned()),
        SourceConfig::Browser(_) => Some("tickets.example".to_owned()),
    };
    SourceRecord {
        source: Source {
            id: SOURCE,
            name: "하늘 정산".to_owned(),
            production: Some(PRODUCTION),
            record_date: RecordDateRule::FileName,
            schedule: None,
            is_active: true,
            confirm: Confirm::Serious,
            password_secret: None,
            config,
            created_at: now(),
            updated_at: now(),
            revision: 1,
        },
        traits: SourceTraits {
            site,
            secrets: Vec::new(),
        },
        standing: Standing::default(),
        last_run: None,
        last_success_at: None,
        considered_until: now(),
    }
}

/// Its first attempt at a run, by hand.
pub(super) fn leased(record: SourceRecord) -> LeasedRun {
    LeasedRun {
        run: CollectionRun {
            id: RUN,
            source: Some(SOURCE),
            source_name: record.source.name.clone(),
            kind: record.source.kind(),
            is_dry: false,
            trigger: CollectionTrigger::Manual,
            slot: now(),
            record_date: None,
            state: RunState::Running,
            code: None,
            detail: None,
            requested_by: None,
            recipe: None,
            attempts: 1,
            next_attempt_at: None,
            created_at: now(),
            started_at: Some(now()),
            finished_at: None,
            arrivals: Vec::new(),
            steps: Vec::new(),
            ignored: Vec::new(),
            blocked_hosts: Vec::new(),
        },
        source: Some(record),
    }
}

pub(super) fn disk_file(name: &str) -> DiskFile {
    DiskFile {
        disk_name: name.as_bytes().to_vec(),
        name: name.to_owned(),
        size_bytes: 5,
        modified_ns: 7,
    }
}

/// Sums of nothing at all.
pub(super) fn facts() -> Facts {
    Snapshot::default().facts(true)
}

/// What a good workbook would do that is the first of all.
pub(super) fn dry_run(found: &[DiagnosticCode]) -> DryRun {
    DryRun {
        kind: UploadKind::Sales,
        production_id: PRODUCTION,
        production_code: code(),
        record_date: day("2026-11-19"),
        status: UploadStatus::Completed,
        verdict: Verdict {
            diagnostic_counts: found.iter().map(|code| (*code, 1)).collect(),
            ..Verdict::default()
        },
        facts: Some(facts()),
        snapshot: Snapshot::default(),
        label_changes: None,
        replaces: None,
        becomes_current: true,
        current_facts: None,
    }
}

pub(super) fn upload(status: UploadStatus) -> Upload {
    Upload {
        id: UPLOAD,
        kind: UploadKind::Sales,
        production_id: PRODUCTION,
        production_code: code(),
        record_date: day("2026-11-19"),
        files: vec![OriginalFile {
            file_name: "20261119_HN01_x.xlsx".to_owned(),
            sha256: Sha256([7; 32]),
            size_bytes: 5,
        }],
        uploaded_by: None,
        uploaded_at: now(),
        finished_at: None,
        status,
        current: false,
        diagnostics: Vec::new(),
        diagnostic_counts: BTreeMap::new(),
        is_decrypted: false,
        facts: None,
        is_labelled: false,
        recognised: None,
        source: None,
    }
}

/// An upload of the same bytes, whose kind was found in them, or was said by a person.
pub(super) fn same(kind: UploadKind, is_kind_found: bool) -> SameUpload {
    SameUpload {
        id: UPLOAD,
        kind,
        is_kind_found,
    }
}

/// One that came from the folder of a source.
pub(super) fn arrival(state: ArrivalState) -> Arrival {
    Arrival {
        id: ArrivalId(Uuid::from_u128(5)),
        source: Some(SOURCE),
        source_name: "하늘 정산".to_owned(),
        run: Some(RUN),
        files: vec![ArrivalFile {
            file_name: "20261119_HN01_x.xlsx".to_owned(),
            sha256: Sha256([7; 32]),
            size_bytes: 5,
        }],
        state,
        code: None,
        production_id: Some(PRODUCTION),
        production_code: Some(code()),
        record_date: Some(day("2026-11-19")),
        upload_id: None,
        held_for: Vec::new(),
        diagnostics: Vec::new(),
        diagnostic_counts: BTreeMap::new(),
        dry_run: None,
        at: now(),
        decided_by: None,
        decided_at: None,
        reason: None,
    }
}
