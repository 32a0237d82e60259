-- Backups are made each night, tried on Sundays, and originals are held against the database: by the engine of schedules. What
-- came of each the last time is kept for the office.

CREATE TABLE upkeep (
    task   TEXT PRIMARY KEY,
    at     TIMESTAMPTZ NOT NULL,
    result JSONB NOT NULL CHECK (jsonb_typeof(result) = 'object')
);

COMMENT ON TABLE upkeep IS 'What was done for the house, each the last time that it went well';
COMMENT ON COLUMN upkeep.task IS 'backup, backup-verification or check';
COMMENT ON COLUMN upkeep.at IS 'When; of a backup the moment that it is of';
COMMENT ON COLUMN upkeep.result IS 'What came of it';

CREATE INDEX schedule_run_failed ON schedule_run (finished_at) WHERE state = 'failed';

INSERT INTO schedule (id, name, kind, cron, all_productions, considered_until, created_at)
VALUES (gen_random_uuid(), 'backup', 'backup', '30 3 * * *', true, now(), now()),
       (gen_random_uuid(), 'backup-verification', 'backup-verification', '30 4 * * 0', true, now(), now()),
       (gen_random_uuid(), 'check', 'check', '30 5 * * 0', true, now(), now());
