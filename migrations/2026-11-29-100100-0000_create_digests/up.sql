-- What people ought to know goes by mail to whoever wants it, by the engine of schedules.

CREATE TABLE digest (
    account_id UUID PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    frequency  TEXT NOT NULL CHECK (frequency IN ('daily', 'weekly'))
);
CREATE INDEX digest_by_frequency ON digest (frequency);

COMMENT ON TABLE digest IS 'Who gets what they ought to know by mail';
COMMENT ON COLUMN digest.account_id IS 'Who';
COMMENT ON COLUMN digest.frequency IS 'daily or weekly';

INSERT INTO schedule (id, name, kind, cron, all_productions, considered_until, created_at)
VALUES (gen_random_uuid(), 'daily-digest', 'daily-digest', '0 8 * * *', true, now(), now()),
       (gen_random_uuid(), 'weekly-digest', 'weekly-digest', '0 8 * * 1', true, now(), now());
