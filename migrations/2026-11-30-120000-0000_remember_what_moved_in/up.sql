-- What came in from the predecessor comes in once, whatever becomes of it later: a row here is written in the transaction
-- that brings it in, and stays when the thing is changed, withdrawn or deleted. So `subject_id` refers to nothing.

CREATE TABLE moved_in (
    source_table TEXT NOT NULL,
    source_id    BIGINT NOT NULL,
    source_key   TEXT,
    subject_id   UUID,
    brought      BOOLEAN NOT NULL,
    moved_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (source_table, source_id)
);

CREATE INDEX moved_in_by_subject ON moved_in (subject_id);

COMMENT ON TABLE moved_in IS 'Rows of the predecessor''s database that are in: docs/decisions/0040-moving-in-is-remembered-by-row.md';
COMMENT ON COLUMN moved_in.source_table IS 'Table of the predecessor';
COMMENT ON COLUMN moved_in.source_id IS 'Id of the row there';
COMMENT ON COLUMN moved_in.source_key IS 'Of live_model its liveId, by which another company''s database is told apart';
COMMENT ON COLUMN moved_in.subject_id IS 'What the row became, or what stood for it already; NULL where it became part of something';
COMMENT ON COLUMN moved_in.brought IS 'Whether the row made the thing; false where it was there already';
COMMENT ON COLUMN moved_in.moved_at IS 'When';
