-- Any role of a database may listen and notify on a channel whose name it knows, also one that reads schema `report` and
-- nothing else. So the channel has a name of its own in each database, which only those learn who read this table.

ALTER TABLE data_version
    ADD COLUMN channel TEXT NOT NULL DEFAULT 'fullhouse_' || replace(gen_random_uuid()::text, '-', '');

COMMENT ON COLUMN data_version.channel IS 'Where changes are announced (NOTIFY); a secret, as channels know no rights';
