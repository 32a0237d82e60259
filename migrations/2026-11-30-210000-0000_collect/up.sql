-- Figures that come by themselves: sources, their runs, what came, and recipes.

CREATE TABLE source (
    id               UUID PRIMARY KEY,
    name             TEXT NOT NULL CONSTRAINT source_name_unique UNIQUE,
    kind             TEXT NOT NULL CHECK (kind IN ('folder', 'url', 'browser')),
    production_id    UUID CONSTRAINT source_production_exists REFERENCES production ON DELETE CASCADE,
    record_date      TEXT NOT NULL CHECK (record_date IN ('file_name', 'name_tail', 'yesterday', 'today')),
    cron             TEXT,
    active           BOOLEAN NOT NULL,
    confirm          TEXT NOT NULL CHECK (confirm IN ('serious', 'always', 'never')),
    password_secret  TEXT,
    config           JSONB NOT NULL,
    folder           TEXT CONSTRAINT source_folder_unique UNIQUE,
    recipe           TEXT,
    site             TEXT,
    secrets          TEXT[] NOT NULL,
    considered_until TIMESTAMPTZ NOT NULL,
    stopped_code     TEXT,
    failures         INTEGER NOT NULL DEFAULT 0,
    last_success_at  TIMESTAMPTZ,
    created_at       TIMESTAMPTZ NOT NULL,
    updated_at       TIMESTAMPTZ NOT NULL,
    revision         BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX source_of_production ON source (production_id);
CREATE INDEX source_by_recipe ON source (recipe);

COMMENT ON TABLE source IS 'Something that figures come from by themselves';
COMMENT ON COLUMN source.id IS 'Identity';
COMMENT ON COLUMN source.name IS 'What it is called';
COMMENT ON COLUMN source.kind IS 'folder, url or browser';
COMMENT ON COLUMN source.production_id IS 'Whose figures it brings; NULL: the file name says';
COMMENT ON COLUMN source.record_date IS 'How the record date is found: file_name, name_tail, yesterday or today';
COMMENT ON COLUMN source.cron IS 'When, in Asia/Seoul; NULL: by hand, and of a folder when a file is put there';
COMMENT ON COLUMN source.active IS 'Whether it goes on';
COMMENT ON COLUMN source.confirm IS 'What waits for a yes: serious, always or never';
COMMENT ON COLUMN source.password_secret IS 'Name of the secret that opens locked workbooks';
COMMENT ON COLUMN source.config IS 'Where from; names of secrets, never their values';
COMMENT ON COLUMN source.folder IS 'Of a folder: which, as one text; no other source has it';
COMMENT ON COLUMN source.recipe IS 'Of a browser: the recipe that it walks';
COMMENT ON COLUMN source.site IS 'The host that is left alone when it says no';
COMMENT ON COLUMN source.secrets IS 'Names of the secrets that it uses';
COMMENT ON COLUMN source.considered_until IS 'The times of its schedule until then are considered';
COMMENT ON COLUMN source.stopped_code IS 'Why a person must act; NULL while nobody must';
COMMENT ON COLUMN source.failures IS 'Runs that failed since one succeeded';
COMMENT ON COLUMN source.last_success_at IS 'When a run last did what it is there for';
COMMENT ON COLUMN source.created_at IS 'When it was made';
COMMENT ON COLUMN source.updated_at IS 'When people changed it last';
COMMENT ON COLUMN source.revision IS 'Counts its changes';

CREATE TABLE collection_run (
    id               UUID PRIMARY KEY,
    source_id        UUID REFERENCES source ON DELETE SET NULL,
    source_name      TEXT NOT NULL,
    kind             TEXT NOT NULL CHECK (kind IN ('folder', 'url', 'browser')),
    dry              BOOLEAN NOT NULL,
    trigger          TEXT NOT NULL CHECK (trigger IN ('schedule', 'arrival', 'manual')),
    slot             TIMESTAMPTZ NOT NULL,
    record_date      DATE,
    state            TEXT NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'nothing_new', 'failed', 'skipped',
                                                    'missed', 'cancelled')),
    code             TEXT,
    detail           TEXT,
    requested_by     UUID REFERENCES account ON DELETE SET NULL,
    recipe           TEXT,
    recipe_version   INTEGER,
    site             TEXT,
    attempts         INTEGER NOT NULL DEFAULT 0,
    next_attempt_at  TIMESTAMPTZ,
    created_at       TIMESTAMPTZ NOT NULL,
    started_at       TIMESTAMPTZ,
    tried_at         TIMESTAMPTZ,
    finished_at      TIMESTAMPTZ,
    leased_by        UUID,
    leased_until     TIMESTAMPTZ,
    interruptions    INTEGER NOT NULL DEFAULT 0,
    cancelled        BOOLEAN NOT NULL DEFAULT false,
    steps            JSONB NOT NULL DEFAULT '[]',
    ignored          TEXT[] NOT NULL DEFAULT '{}',
    blocked_hosts    TEXT[] NOT NULL DEFAULT '{}',
    would_arrive     JSONB NOT NULL DEFAULT '[]'
);
-- A time of a schedule is one row: whoever inserts it does it.
CREATE UNIQUE INDEX collection_run_of_slot ON collection_run (source_id, slot) WHERE trigger = 'schedule';
-- One run of a source at a time.
CREATE UNIQUE INDEX collection_run_at_work ON collection_run (source_id) WHERE state IN ('queued', 'running');
CREATE INDEX collection_run_by_time ON collection_run (slot DESC, id DESC);
CREATE INDEX collection_run_of_source ON collection_run (source_id, slot DESC, id DESC);
-- Whoever takes a run of a browser asks when its host was asked last.
CREATE INDEX collection_run_of_site ON collection_run (site, tried_at) WHERE kind = 'browser';
CREATE INDEX collection_run_by_account ON collection_run (requested_by);

COMMENT ON TABLE collection_run IS 'One run of a source';
COMMENT ON COLUMN collection_run.id IS 'Identity';
COMMENT ON COLUMN collection_run.source_id IS 'Of which source; NULL after it was deleted';
COMMENT ON COLUMN collection_run.source_name IS 'Its name by then';
COMMENT ON COLUMN collection_run.kind IS 'folder, url or browser';
COMMENT ON COLUMN collection_run.dry IS 'Whether nothing is kept';
COMMENT ON COLUMN collection_run.trigger IS 'schedule, arrival or manual';
COMMENT ON COLUMN collection_run.slot IS 'The time that it is for; by hand, when somebody asked';
COMMENT ON COLUMN collection_run.record_date IS 'The record date that somebody asked for by hand';
COMMENT ON COLUMN collection_run.state IS 'queued, running, succeeded, nothing_new, failed, skipped, missed or cancelled';
COMMENT ON COLUMN collection_run.code IS 'Why it ended so, or why its last attempt failed';
COMMENT ON COLUMN collection_run.detail IS 'What that was in particular, without secrets';
COMMENT ON COLUMN collection_run.requested_by IS 'Who asked by hand; NULL where that user is gone';
COMMENT ON COLUMN collection_run.recipe IS 'The recipe that was walked';
COMMENT ON COLUMN collection_run.recipe_version IS 'Which version of it';
COMMENT ON COLUMN collection_run.site IS 'The host that it asked';
COMMENT ON COLUMN collection_run.attempts IS 'How many attempts were begun';
COMMENT ON COLUMN collection_run.next_attempt_at IS 'When the next one is due';
COMMENT ON COLUMN collection_run.created_at IS 'When it was claimed or asked for';
COMMENT ON COLUMN collection_run.started_at IS 'When its first attempt began';
COMMENT ON COLUMN collection_run.tried_at IS 'When its last attempt ended';
COMMENT ON COLUMN collection_run.finished_at IS 'When it ended';
COMMENT ON COLUMN collection_run.leased_by IS 'Whoever works on it, by a name for this attempt';
COMMENT ON COLUMN collection_run.leased_until IS 'When it is given to another, unless that one comes back';
COMMENT ON COLUMN collection_run.interruptions IS 'How many attempts ended with their server';
COMMENT ON COLUMN collection_run.cancelled IS 'Whether somebody wants it ended';
COMMENT ON COLUMN collection_run.steps IS 'What became of the steps of its recipe';
COMMENT ON COLUMN collection_run.ignored IS 'Names of files that were left lying';
COMMENT ON COLUMN collection_run.blocked_hosts IS 'Hosts that pages wanted and did not get';
COMMENT ON COLUMN collection_run.would_arrive IS 'Of a dry run: what would come of it';

CREATE TABLE collection_evidence (
    run_id  UUID NOT NULL REFERENCES collection_run ON DELETE CASCADE,
    step    INTEGER NOT NULL,
    picture BYTEA,
    page    TEXT,
    kept_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (run_id, step)
);
CREATE INDEX collection_evidence_by_time ON collection_evidence (kept_at);

COMMENT ON TABLE collection_evidence IS 'What steps of recipes looked like, for seven days; masked';
COMMENT ON COLUMN collection_evidence.run_id IS 'Of which run';
COMMENT ON COLUMN collection_evidence.step IS 'Place of the step in its recipe, from 1';
COMMENT ON COLUMN collection_evidence.picture IS 'A PNG';
COMMENT ON COLUMN collection_evidence.page IS 'The page as HTML';
COMMENT ON COLUMN collection_evidence.kept_at IS 'Since when it is kept';

CREATE TABLE arrival (
    id                UUID PRIMARY KEY,
    source_id         UUID REFERENCES source ON DELETE SET NULL,
    source_name       TEXT NOT NULL,
    run_id            UUID REFERENCES collection_run ON DELETE SET NULL,
    state             TEXT NOT NULL CHECK (state IN ('refused', 'unchanged', 'held', 'uploaded', 'discarded', 'expired')),
    code              TEXT,
    production_id     UUID REFERENCES production ON DELETE SET NULL,
    production_code   TEXT,
    record_date       DATE,
    upload_id         UUID REFERENCES upload ON DELETE SET NULL,
    held_for          TEXT[] NOT NULL DEFAULT '{}',
    diagnostics       JSONB NOT NULL DEFAULT '[]',
    diagnostic_counts JSONB NOT NULL DEFAULT '{}',
    dry_run           JSONB,
    files             JSONB NOT NULL,
    content_key       BYTEA NOT NULL,
    disk_files        JSONB,
    disk_key          TEXT,
    moved_at          TIMESTAMPTZ,
    fetched_from      TEXT,
    etag              TEXT,
    last_modified     TEXT,
    password_secret   TEXT,
    arrived_at        TIMESTAMPTZ NOT NULL,
    decided_by        UUID REFERENCES account ON DELETE SET NULL,
    decided_at        TIMESTAMPTZ,
    reason            TEXT
);
CREATE INDEX arrival_by_time ON arrival (arrived_at DESC, id DESC);
CREATE INDEX arrival_of_source ON arrival (source_id, arrived_at DESC, id DESC);
CREATE INDEX arrival_of_run ON arrival (run_id);
CREATE INDEX arrival_of_production ON arrival (production_id, arrived_at DESC, id DESC);
CREATE INDEX arrival_of_upload ON arrival (upload_id);
CREATE INDEX arrival_by_account ON arrival (decided_by);
CREATE INDEX arrival_by_content ON arrival (source_id, content_key);
CREATE INDEX arrival_held ON arrival (production_id, record_date) WHERE state = 'held';
-- A file that was taken over and lies in its folder still is one arrival.
CREATE UNIQUE INDEX arrival_unmoved ON arrival (source_id, disk_key) WHERE disk_key IS NOT NULL AND moved_at IS NULL;

COMMENT ON TABLE arrival IS 'A file that came from a source, or two CSV files that belong together';
COMMENT ON COLUMN arrival.id IS 'Identity';
COMMENT ON COLUMN arrival.source_id IS 'From which source; NULL after it was deleted';
COMMENT ON COLUMN arrival.source_name IS 'Its name by then';
COMMENT ON COLUMN arrival.run_id IS 'With which run; NULL after that was forgotten';
COMMENT ON COLUMN arrival.state IS 'refused, unchanged, held, uploaded, discarded or expired';
COMMENT ON COLUMN arrival.code IS 'Why it was refused, or taken for unchanged';
COMMENT ON COLUMN arrival.production_id IS 'Whose figures it has; NULL where that cannot be told, or the production is gone';
COMMENT ON COLUMN arrival.production_code IS 'The code of the production, or the one that the name has';
COMMENT ON COLUMN arrival.record_date IS 'The day whose close it describes';
COMMENT ON COLUMN arrival.upload_id IS 'The upload that it became, or was already';
COMMENT ON COLUMN arrival.held_for IS 'Why it waits, or waited';
COMMENT ON COLUMN arrival.diagnostics IS 'What was found of one that was refused';
COMMENT ON COLUMN arrival.diagnostic_counts IS 'How often each code was found';
COMMENT ON COLUMN arrival.dry_run IS 'Of one that is held: what an upload would do, as it was when it came';
COMMENT ON COLUMN arrival.files IS 'Names, hashes and lengths';
COMMENT ON COLUMN arrival.content_key IS 'What tells repeats: SHA-256 of the file, or of the sorted hashes of two';
COMMENT ON COLUMN arrival.disk_files IS 'Of a folder: names byte for byte, lengths and times of the files';
COMMENT ON COLUMN arrival.disk_key IS 'Of a folder: the same as one text; NULL of others';
COMMENT ON COLUMN arrival.moved_at IS 'When its files were put away; NULL while they are not';
COMMENT ON COLUMN arrival.fetched_from IS 'Of an address: which one';
COMMENT ON COLUMN arrival.etag IS 'What the answer is known by';
COMMENT ON COLUMN arrival.last_modified IS 'What the answer is known by, too';
COMMENT ON COLUMN arrival.password_secret IS 'Name of the secret that opens it';
COMMENT ON COLUMN arrival.arrived_at IS 'When it came';
COMMENT ON COLUMN arrival.decided_by IS 'Who decided about one that was held; NULL where nobody did, or that user is gone';
COMMENT ON COLUMN arrival.decided_at IS 'When that was';
COMMENT ON COLUMN arrival.reason IS 'Why it was discarded, in somebody''s words';

CREATE TABLE collection_block (
    site      TEXT PRIMARY KEY,
    until     TIMESTAMPTZ NOT NULL
);

COMMENT ON TABLE collection_block IS 'Hosts that refused us, and are left alone';
COMMENT ON COLUMN collection_block.site IS 'The host';
COMMENT ON COLUMN collection_block.until IS 'Until when';

CREATE TABLE collection_secret_use (
    secret  TEXT NOT NULL,
    used_at TIMESTAMPTZ NOT NULL,
    run_id  UUID NOT NULL
);
CREATE INDEX collection_secret_use_by_time ON collection_secret_use (secret, used_at);

COMMENT ON TABLE collection_secret_use IS 'When runs signed in, by the names of the secrets that they used';
COMMENT ON COLUMN collection_secret_use.secret IS 'Name of the secret';
COMMENT ON COLUMN collection_secret_use.used_at IS 'When';
COMMENT ON COLUMN collection_secret_use.run_id IS 'By which run';

CREATE TABLE recipe (
    name    TEXT PRIMARY KEY,
    version INTEGER NOT NULL
);

COMMENT ON TABLE recipe IS 'Recipes by which sites are walked';
COMMENT ON COLUMN recipe.name IS 'Its name';
COMMENT ON COLUMN recipe.version IS 'Its newest version';

CREATE TABLE recipe_version (
    name     TEXT NOT NULL,
    version  INTEGER NOT NULL,
    text     TEXT NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    saved_by UUID REFERENCES account ON DELETE SET NULL,
    PRIMARY KEY (name, version)
);
CREATE INDEX recipe_version_by_account ON recipe_version (saved_by);

COMMENT ON TABLE recipe_version IS 'Every version of every recipe, also of those that are gone';
COMMENT ON COLUMN recipe_version.name IS 'Of which recipe';
COMMENT ON COLUMN recipe_version.version IS 'Its number, from 1';
COMMENT ON COLUMN recipe_version.text IS 'Its text';
COMMENT ON COLUMN recipe_version.saved_at IS 'When it was saved';
COMMENT ON COLUMN recipe_version.saved_by IS 'Who saved it; NULL where that user is gone';

CREATE TABLE source_alert (
    id          UUID PRIMARY KEY,
    cause       TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL CHECK (kind IN ('source_stopped', 'source_blocked', 'source_failed')),
    source_id   UUID REFERENCES source ON DELETE CASCADE,
    source_name TEXT NOT NULL,
    code        TEXT,
    found_at    TIMESTAMPTZ NOT NULL,
    told_at     TIMESTAMPTZ
);
CREATE INDEX source_alert_by_time ON source_alert (found_at);
CREATE INDEX source_alert_of_source ON source_alert (source_id);
CREATE INDEX source_alert_untold ON source_alert (found_at) WHERE told_at IS NULL;

COMMENT ON TABLE source_alert IS 'What administrators are told of sources';
COMMENT ON COLUMN source_alert.id IS 'Identity';
COMMENT ON COLUMN source_alert.cause IS 'What it is told for, once';
COMMENT ON COLUMN source_alert.kind IS 'source_stopped, source_blocked or source_failed';
COMMENT ON COLUMN source_alert.source_id IS 'Of which source';
COMMENT ON COLUMN source_alert.source_name IS 'Its name by then';
COMMENT ON COLUMN source_alert.code IS 'Why';
COMMENT ON COLUMN source_alert.found_at IS 'When it was found';
COMMENT ON COLUMN source_alert.told_at IS 'When messages of it were put on their way; NULL while they are not';

ALTER TABLE upload
    ADD COLUMN source_id UUID REFERENCES source ON DELETE SET NULL,
    ADD COLUMN source_name TEXT;
CREATE INDEX upload_of_source ON upload (source_id);

COMMENT ON COLUMN upload.source_id IS 'The source that it was collected from; NULL where a person sent it, or the source is gone';
COMMENT ON COLUMN upload.source_name IS 'The name of that source by then; NULL where a person sent it';
