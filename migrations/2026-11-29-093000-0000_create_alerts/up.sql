-- Alerts: what the office is told without looking. What an alert is told for, its causes, are rows that are unique by
-- production and kind, so that of any number of servers one tells it, once. A production whose snapshot went live is looked
-- at soon after: the row that asks for it comes with the snapshot, in one transaction.

CREATE TABLE alert (
    id            UUID PRIMARY KEY,
    production_id UUID NOT NULL REFERENCES production ON DELETE CASCADE,
    kind          TEXT NOT NULL,
    found_at      TIMESTAMPTZ NOT NULL,
    title         TEXT NOT NULL,
    text          TEXT NOT NULL
);
CREATE INDEX alert_by_time ON alert (found_at DESC, id);
CREATE INDEX alert_of_production ON alert (production_id, found_at DESC);

COMMENT ON TABLE alert IS 'What was told: something is late, low, odd, or good';
COMMENT ON COLUMN alert.id IS 'Identity';
COMMENT ON COLUMN alert.production_id IS 'Of which production';
COMMENT ON COLUMN alert.kind IS 'workbook_missing, low_performance, figures_shrank, unusual_day or break_even_reached';
COMMENT ON COLUMN alert.found_at IS 'When it was found';
COMMENT ON COLUMN alert.title IS 'One line';
COMMENT ON COLUMN alert.text IS 'Why, with figures';

CREATE TABLE alert_cause (
    production_id UUID NOT NULL REFERENCES production ON DELETE CASCADE,
    kind          TEXT NOT NULL,
    cause         TEXT NOT NULL CHECK (char_length(cause) <= 200),
    alert_id      UUID NOT NULL REFERENCES alert ON DELETE CASCADE,
    PRIMARY KEY (production_id, kind, cause)
);
CREATE INDEX alert_cause_of_alert ON alert_cause (alert_id);

COMMENT ON TABLE alert_cause IS 'What alerts were told for: each once';
COMMENT ON COLUMN alert_cause.production_id IS 'Of which production';
COMMENT ON COLUMN alert_cause.kind IS 'The kind of the alert';
COMMENT ON COLUMN alert_cause.cause IS 'A day, the start of a performance, totals, costs';
COMMENT ON COLUMN alert_cause.alert_id IS 'The alert that told it';

CREATE TABLE alert_mute (
    production_id UUID NOT NULL REFERENCES production ON DELETE CASCADE,
    kind          TEXT NOT NULL,
    muted_until   TIMESTAMPTZ NOT NULL,
    muted_by      UUID REFERENCES account ON DELETE SET NULL,
    PRIMARY KEY (production_id, kind)
);
CREATE INDEX alert_mute_by_account ON alert_mute (muted_by);

COMMENT ON TABLE alert_mute IS 'Kinds of alerts that are not told of a production for a time';
COMMENT ON COLUMN alert_mute.production_id IS 'The production';
COMMENT ON COLUMN alert_mute.kind IS 'The kind';
COMMENT ON COLUMN alert_mute.muted_until IS 'When it is told again';
COMMENT ON COLUMN alert_mute.muted_by IS 'Who muted it';

CREATE TABLE alert_arrival (
    production_id UUID PRIMARY KEY REFERENCES production ON DELETE CASCADE,
    number        BIGINT NOT NULL,
    arrived_at    TIMESTAMPTZ NOT NULL
);

COMMENT ON TABLE alert_arrival IS 'Productions that a snapshot went live of, and that were not looked at since';
COMMENT ON COLUMN alert_arrival.production_id IS 'The production';
COMMENT ON COLUMN alert_arrival.number IS 'Counts its snapshots since it was looked at last';
COMMENT ON COLUMN alert_arrival.arrived_at IS 'When the first of them went live';

-- Yesterday's workbooks are due by eleven.
INSERT INTO schedule (id, name, kind, cron, all_productions, considered_until, created_at)
VALUES (gen_random_uuid(), 'alerts', 'alerts', '0 11 * * *', true, now(), now());
