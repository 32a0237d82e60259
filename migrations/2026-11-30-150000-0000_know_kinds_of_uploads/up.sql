-- An upload is about sales or about buyers, and never stands in for one of the other kind: of each production, kind and
-- record date one is live.

ALTER TABLE upload ADD kind TEXT NOT NULL DEFAULT 'sales' CHECK (kind IN ('sales', 'buyers'));
COMMENT ON COLUMN upload.kind IS 'What it is about: sales, or buyers (판매 리포트)';

CREATE UNIQUE INDEX upload_live_of_kind ON upload (production_id, kind, record_date) WHERE status = 'completed';
DROP INDEX upload_live;
ALTER INDEX upload_live_of_kind RENAME TO upload_live;
DROP INDEX upload_of_record_date;
CREATE INDEX upload_of_record_date ON upload (production_id, kind, record_date, accepted_no);
