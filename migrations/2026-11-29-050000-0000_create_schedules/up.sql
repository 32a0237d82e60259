-- What is done by itself at set times, and what is sent to whom.
--
-- Each time of a schedule is one row of schedule_run, and each message to one receiver is one row of delivery: both are
-- unique, so that of any number of servers, restarted at any moment, one does it. Whoever works on a row holds a lease by
-- the clock of the database, as the clocks of servers differ; a lease that ran out is taken over.

CREATE TABLE destination (
    id               UUID PRIMARY KEY,
    name             TEXT NOT NULL CONSTRAINT destination_name_unique UNIQUE,
    kind             TEXT NOT NULL CHECK (kind IN ('slack', 'production_slack', 'mail', 'webhook')),
    url              TEXT,
    secret           BYTEA,
    addresses        TEXT[] NOT NULL DEFAULT '{}',
    all_productions  BOOLEAN NOT NULL,
    takes_alerts     BOOLEAN NOT NULL,
    takes_snapshots  BOOLEAN NOT NULL,
    revision         BIGINT NOT NULL DEFAULT 0,
    created_at       TIMESTAMPTZ NOT NULL
);

COMMENT ON TABLE destination IS 'Where messages, alerts and news of snapshots are sent';
COMMENT ON COLUMN destination.id IS 'Identity';
COMMENT ON COLUMN destination.name IS 'As people call it';
COMMENT ON COLUMN destination.kind IS 'slack, production_slack (each production''s own webhook), mail or webhook';
COMMENT ON COLUMN destination.url IS 'Of slack and webhook: the address, a secret; NULL of slack: the company''s, which is configured';
COMMENT ON COLUMN destination.secret IS 'Of webhook: what it is signed with; secret';
COMMENT ON COLUMN destination.addresses IS 'Of mail: to whom';
COMMENT ON COLUMN destination.all_productions IS 'Whether it may be told of all productions, or of those in destination_production';
COMMENT ON COLUMN destination.takes_alerts IS 'Whether alerts are sent to it';
COMMENT ON COLUMN destination.takes_snapshots IS 'Of webhook: whether it is told of each new snapshot';
COMMENT ON COLUMN destination.revision IS 'Counts the changes';
COMMENT ON COLUMN destination.created_at IS 'When it was entered';

CREATE TABLE destination_production (
    destination_id UUID NOT NULL REFERENCES destination ON DELETE CASCADE,
    production_id  UUID NOT NULL CONSTRAINT destination_production_exists REFERENCES production ON DELETE CASCADE,
    PRIMARY KEY (destination_id, production_id)
);
CREATE INDEX destination_production_by_production ON destination_production (production_id);

COMMENT ON TABLE destination_production IS 'What a destination may be told of, where that is not everything';
COMMENT ON COLUMN destination_production.destination_id IS 'The destination';
COMMENT ON COLUMN destination_production.production_id IS 'The production';

CREATE TABLE schedule (
    id               UUID PRIMARY KEY,
    name             TEXT NOT NULL CONSTRAINT schedule_name_unique UNIQUE,
    kind             TEXT NOT NULL,
    cron             TEXT NOT NULL,
    all_productions  BOOLEAN NOT NULL,
    paused_at        TIMESTAMPTZ,
    considered_until TIMESTAMPTZ NOT NULL,
    revision         BIGINT NOT NULL DEFAULT 0,
    created_at       TIMESTAMPTZ NOT NULL
);

COMMENT ON TABLE schedule IS 'What is done by itself at set times';
COMMENT ON COLUMN schedule.id IS 'Identity';
COMMENT ON COLUMN schedule.name IS 'The word that names it, also in addresses';
COMMENT ON COLUMN schedule.kind IS 'What is done: daily-plays, daily-digest, …';
COMMENT ON COLUMN schedule.cron IS 'When: minute, hour, day of the month, month, weekday in Asia/Seoul';
COMMENT ON COLUMN schedule.all_productions IS 'Whether it is about all active productions, or about those in schedule_production';
COMMENT ON COLUMN schedule.paused_at IS 'Since when nothing is done; NULL while it goes on';
COMMENT ON COLUMN schedule.considered_until IS 'The times until then have rows in schedule_run, or came while it was paused';
COMMENT ON COLUMN schedule.revision IS 'Counts the changes by people';
COMMENT ON COLUMN schedule.created_at IS 'When it was entered';

CREATE TABLE schedule_production (
    schedule_id   UUID NOT NULL REFERENCES schedule ON DELETE CASCADE,
    production_id UUID NOT NULL CONSTRAINT schedule_production_exists REFERENCES production ON DELETE CASCADE,
    PRIMARY KEY (schedule_id, production_id)
);
CREATE INDEX schedule_production_by_production ON schedule_production (production_id);

COMMENT ON TABLE schedule_production IS 'What a schedule is about, where that is not everything';
COMMENT ON COLUMN schedule_production.schedule_id IS 'The schedule';
COMMENT ON COLUMN schedule_production.production_id IS 'The production';

CREATE TABLE schedule_destination (
    schedule_id    UUID NOT NULL REFERENCES schedule ON DELETE CASCADE,
    destination_id UUID NOT NULL CONSTRAINT schedule_destination_exists REFERENCES destination ON DELETE CASCADE,
    PRIMARY KEY (schedule_id, destination_id)
);
CREATE INDEX schedule_destination_by_destination ON schedule_destination (destination_id);

COMMENT ON TABLE schedule_destination IS 'To whom the outcome of a schedule is sent';
COMMENT ON COLUMN schedule_destination.schedule_id IS 'The schedule';
COMMENT ON COLUMN schedule_destination.destination_id IS 'The destination';

CREATE TABLE schedule_run (
    id              UUID PRIMARY KEY,
    schedule_id     UUID REFERENCES schedule ON DELETE SET NULL,
    schedule_name   TEXT,
    kind            TEXT NOT NULL,
    slot            TIMESTAMPTZ NOT NULL,
    trigger         TEXT NOT NULL CHECK (trigger IN ('schedule', 'catch_up', 'manual')),
    state           TEXT NOT NULL CHECK (state IN ('due', 'running', 'done', 'failed', 'missed')),
    requested_by    UUID REFERENCES account ON DELETE SET NULL,
    failures        INTEGER NOT NULL DEFAULT 0,
    interruptions   INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TIMESTAMPTZ,
    leased_by       UUID,
    leased_until    TIMESTAMPTZ,
    created_at      TIMESTAMPTZ NOT NULL,
    finished_at     TIMESTAMPTZ,
    last_error      TEXT,
    CONSTRAINT schedule_run_slot_unique UNIQUE (schedule_id, slot),
    CHECK ((state = 'running') = (leased_by IS NOT NULL)),
    CHECK ((leased_by IS NULL) = (leased_until IS NULL))
);
CREATE INDEX schedule_run_open ON schedule_run (next_attempt_at) WHERE state IN ('due', 'running');
CREATE INDEX schedule_run_by_slot ON schedule_run (slot DESC, id);

COMMENT ON TABLE schedule_run IS 'What was done, or missed: one row for each time of a schedule, and for each thing asked for by hand';
COMMENT ON COLUMN schedule_run.id IS 'Identity';
COMMENT ON COLUMN schedule_run.schedule_id IS 'The schedule; NULL of what was asked for without one, and after it was deleted';
COMMENT ON COLUMN schedule_run.schedule_name IS 'Its name by then';
COMMENT ON COLUMN schedule_run.kind IS 'What is done';
COMMENT ON COLUMN schedule_run.slot IS 'The time that it is for; by hand when it was asked for';
COMMENT ON COLUMN schedule_run.trigger IS 'schedule, catch_up (later than its time, as nobody was there) or manual';
COMMENT ON COLUMN schedule_run.state IS 'due, running, done, failed or missed';
COMMENT ON COLUMN schedule_run.requested_by IS 'By hand: who asked';
COMMENT ON COLUMN schedule_run.failures IS 'How many attempts failed';
COMMENT ON COLUMN schedule_run.interruptions IS 'How many attempts ended with their server';
COMMENT ON COLUMN schedule_run.next_attempt_at IS 'Not before then; NULL at once';
COMMENT ON COLUMN schedule_run.leased_by IS 'The process that works on it';
COMMENT ON COLUMN schedule_run.leased_until IS 'When another one may take it over, by the clock of the database';
COMMENT ON COLUMN schedule_run.created_at IS 'When it was claimed or asked for';
COMMENT ON COLUMN schedule_run.finished_at IS 'When it ended';
COMMENT ON COLUMN schedule_run.last_error IS 'Why the last attempt failed; no secrets';

CREATE TABLE delivery (
    id              UUID PRIMARY KEY,
    cause           TEXT NOT NULL CHECK (char_length(cause) <= 200),
    run_id          UUID REFERENCES schedule_run ON DELETE CASCADE,
    kind            TEXT NOT NULL,
    slot            TIMESTAMPTZ,
    destination_id  UUID REFERENCES destination ON DELETE SET NULL,
    account_id      UUID REFERENCES account ON DELETE CASCADE,
    channel         TEXT NOT NULL CHECK (channel IN ('slack', 'production_slack', 'mail', 'webhook')),
    receiver_key    TEXT NOT NULL,
    receiver_name   TEXT NOT NULL,
    address         TEXT,
    production_id   UUID REFERENCES production ON DELETE CASCADE,
    about           UUID[] NOT NULL,
    is_named        BOOLEAN NOT NULL,
    subject         TEXT NOT NULL,
    text            TEXT NOT NULL,
    html            TEXT,
    parts           JSONB NOT NULL CHECK (jsonb_typeof(parts) = 'array'),
    parts_sent      INTEGER NOT NULL DEFAULT 0,
    state           TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'skipped')),
    reason          TEXT,
    last_error      TEXT,
    failures        INTEGER NOT NULL DEFAULT 0,
    interruptions   INTEGER NOT NULL DEFAULT 0,
    tried_since     TIMESTAMPTZ NOT NULL,
    next_attempt_at TIMESTAMPTZ,
    leased_by       UUID,
    leased_until    TIMESTAMPTZ,
    created_at      TIMESTAMPTZ NOT NULL,
    finished_at     TIMESTAMPTZ,
    CONSTRAINT delivery_unique UNIQUE (cause, receiver_key),
    CHECK ((state = 'sending') = (leased_by IS NOT NULL)),
    CHECK ((leased_by IS NULL) = (leased_until IS NULL))
);
CREATE INDEX delivery_open ON delivery (next_attempt_at) WHERE state IN ('pending', 'sending');
CREATE INDEX delivery_by_time ON delivery (created_at DESC, id);
CREATE INDEX delivery_of_run ON delivery (run_id);
CREATE INDEX delivery_to_destination ON delivery (destination_id);
CREATE INDEX delivery_to_account ON delivery (account_id);
CREATE INDEX delivery_of_production ON delivery (production_id);

COMMENT ON TABLE delivery IS 'Messages on their way: one row for each cause and receiver';
COMMENT ON COLUMN delivery.id IS 'Identity, which the receiver is told';
COMMENT ON COLUMN delivery.cause IS 'What it is sent for: run:…, alert:…, snapshot:…, test:…';
COMMENT ON COLUMN delivery.run_id IS 'The run that made it';
COMMENT ON COLUMN delivery.kind IS 'What it tells: daily-plays, daily-digest, alert, snapshot, test';
COMMENT ON COLUMN delivery.slot IS 'The time of the schedule that it is for';
COMMENT ON COLUMN delivery.destination_id IS 'The destination; NULL of a digest, and after it was deleted';
COMMENT ON COLUMN delivery.account_id IS 'Of a digest: whose';
COMMENT ON COLUMN delivery.channel IS 'slack, production_slack, mail or webhook';
COMMENT ON COLUMN delivery.receiver_key IS 'Destination, and which of its receivers';
COMMENT ON COLUMN delivery.receiver_name IS 'Who gets it, as people call it: the destination, the production, the user';
COMMENT ON COLUMN delivery.address IS 'Of mail: where to; the addresses of webhooks are not kept here';
COMMENT ON COLUMN delivery.production_id IS 'Of production_slack: whose webhook it goes to';
COMMENT ON COLUMN delivery.about IS 'The productions that it tells of';
COMMENT ON COLUMN delivery.is_named IS 'Whether whoever ordered it named these productions, so that somebody without an account may get it';
COMMENT ON COLUMN delivery.subject IS 'One line';
COMMENT ON COLUMN delivery.text IS 'What is sent, as plain text';
COMMENT ON COLUMN delivery.html IS 'Of mail: the document';
COMMENT ON COLUMN delivery.parts IS 'What is sent one after the other: posts of Slack, one event of a webhook; of mail none';
COMMENT ON COLUMN delivery.parts_sent IS 'How many of them were taken';
COMMENT ON COLUMN delivery.state IS 'pending, sending, sent, failed or skipped';
COMMENT ON COLUMN delivery.reason IS 'Code of why it failed or was skipped';
COMMENT ON COLUMN delivery.last_error IS 'Why the last attempt failed, in words; no secrets';
COMMENT ON COLUMN delivery.failures IS 'How many attempts failed';
COMMENT ON COLUMN delivery.interruptions IS 'How many attempts ended with their server: each of them may have arrived';
COMMENT ON COLUMN delivery.tried_since IS 'Since when it is tried';
COMMENT ON COLUMN delivery.next_attempt_at IS 'Not before then; NULL at once';
COMMENT ON COLUMN delivery.leased_by IS 'The process that sends it';
COMMENT ON COLUMN delivery.leased_until IS 'When another one may take it over, by the clock of the database';
COMMENT ON COLUMN delivery.created_at IS 'When it was made';
COMMENT ON COLUMN delivery.finished_at IS 'When it was sent, given up or skipped';

-- What a new house has. Whoever deletes one of them does not get it back.

INSERT INTO destination (id, name, kind, all_productions, takes_alerts, takes_snapshots, created_at)
VALUES (gen_random_uuid(), '회사 Slack', 'slack', true, true, false, now()),
       (gen_random_uuid(), '공연별 Slack', 'production_slack', true, true, false, now());

INSERT INTO schedule (id, name, kind, cron, all_productions, considered_until, created_at)
SELECT gen_random_uuid(), kind, kind, cron, true, now(), now()
FROM (VALUES ('daily-plays', '0 14 * * *'), ('daily-concerts', '0 14 * * *'), ('weekly-plays', '0 10 * * 2'),
             ('weekly-profit', '0 10 * * 2'), ('weekly-occupancy', '0 10 * * 2')) AS of_messages (kind, cron);

INSERT INTO schedule_destination (schedule_id, destination_id)
SELECT schedule.id, destination.id FROM schedule CROSS JOIN destination;
