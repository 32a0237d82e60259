-- Counts the committed changes, so that answers can say how new they are; and records what happened.

CREATE TABLE data_version (
    only_row BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_row),
    version  BIGINT NOT NULL
);
INSERT INTO data_version (version) VALUES (0);

COMMENT ON TABLE data_version IS 'One row: the number of committed changes';
COMMENT ON COLUMN data_version.only_row IS 'Keeps the table at one row';
COMMENT ON COLUMN data_version.version IS 'Raised by one as the last statement of each transaction that changes something';

CREATE TABLE audit_entry (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at            TIMESTAMPTZ NOT NULL DEFAULT now(),
    action        TEXT NOT NULL,
    subject_id    TEXT NOT NULL,
    production_id UUID,
    after         JSONB
);
CREATE INDEX audit_entry_of_production ON audit_entry (production_id, at);

COMMENT ON TABLE audit_entry IS 'What happened to which thing, when';
COMMENT ON COLUMN audit_entry.id IS 'Order of entry';
COMMENT ON COLUMN audit_entry.at IS 'When the transaction began';
COMMENT ON COLUMN audit_entry.action IS 'What was done, upload.completed';
COMMENT ON COLUMN audit_entry.subject_id IS 'Identity of the thing';
COMMENT ON COLUMN audit_entry.production_id IS 'The production concerned; kept when that is deleted';
COMMENT ON COLUMN audit_entry.after IS 'The thing after the change, without secrets';

CREATE TABLE applied_views (
    only_row BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_row),
    digest   TEXT NOT NULL
);

COMMENT ON TABLE applied_views IS 'One row: which text the views of schema report were created from';
COMMENT ON COLUMN applied_views.only_row IS 'Keeps the table at one row';
COMMENT ON COLUMN applied_views.digest IS 'SHA-256 of all files in views/';
