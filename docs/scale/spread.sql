-- Makes every unique key of the tables of snapshots hold production_id, so that a cluster can spread them by it (docs/scale.md).
-- Nothing else changes: a snapshot is of one production, so each key tells as much as before. It rewrites the indexes under locks:
-- stop the servers first. Releases that come later run on it as on the keys that migrations make.
BEGIN;
ALTER TABLE snapshot
    DROP CONSTRAINT snapshot_pkey,
    ADD PRIMARY KEY (id, production_id),
    DROP CONSTRAINT snapshot_upload_id_key,
    ADD CONSTRAINT snapshot_upload_id_key UNIQUE (upload_id, production_id);
ALTER TABLE daily_sale
    DROP CONSTRAINT daily_sale_pkey,
    ADD PRIMARY KEY (snapshot_id, sale_day, production_id);
ALTER TABLE performance_sale
    DROP CONSTRAINT performance_sale_pkey,
    ADD PRIMARY KEY (snapshot_id, starts_at, production_id);
ALTER TABLE agency_name
    DROP CONSTRAINT agency_name_pkey,
    ADD PRIMARY KEY (snapshot_id, agency, production_id);
ALTER TABLE agency_day
    DROP CONSTRAINT agency_day_pkey,
    ADD PRIMARY KEY (snapshot_id, sale_day, agency, production_id);
ALTER TABLE agency_performance
    DROP CONSTRAINT agency_performance_pkey,
    ADD PRIMARY KEY (snapshot_id, starts_at, agency, production_id);
ALTER TABLE breakdown
    DROP CONSTRAINT breakdown_pkey,
    ADD PRIMARY KEY (snapshot_id, dimension, agency, item, part, production_id);
COMMIT;
