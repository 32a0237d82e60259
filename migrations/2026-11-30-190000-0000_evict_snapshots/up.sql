-- Of old snapshots one a week may stay: the rows of the others go, where the settings say so. Their uploads stay with what
-- was found and with their originals, and so does what was forecast from them.

ALTER TABLE upload ADD evicted_at TIMESTAMPTZ;
COMMENT ON COLUMN upload.evicted_at IS 'When the rows of its snapshot went, as it was old; NULL: they are there, or there is none';

INSERT INTO schedule (id, name, kind, cron, all_productions, considered_until, created_at)
VALUES (gen_random_uuid(), 'snapshot-retention', 'snapshot-retention', '15 4 * * *', true, now(), now());
