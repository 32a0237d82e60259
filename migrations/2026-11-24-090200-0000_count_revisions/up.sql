-- Two people who edit the same thing: each kind of thing counts its changes, so that the second is told (If-Match).
-- production.revision goes on counting all of them together.

ALTER TABLE production
    ADD COLUMN slack_webhook_url TEXT,
    ADD COLUMN details_revision BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN targets_revision BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN weeks_revision   BIGINT NOT NULL DEFAULT 0;

COMMENT ON COLUMN production.slack_webhook_url IS 'Where messages about this production go besides; a secret';
COMMENT ON COLUMN production.details_revision IS 'Counts the changes of the production itself';
COMMENT ON COLUMN production.targets_revision IS 'Counts the changes of its targets, those by the sale period included';
COMMENT ON COLUMN production.weeks_revision IS 'Counts the changes of its marketing weeks, those by the sale period included';

CREATE TABLE note_revision (
    kind     TEXT PRIMARY KEY CHECK (kind IN ('calendar', 'monthly')),
    revision BIGINT NOT NULL
);
INSERT INTO note_revision (kind, revision) VALUES ('calendar', 0), ('monthly', 0);

COMMENT ON TABLE note_revision IS 'Counts the changes of the company''s notes';
COMMENT ON COLUMN note_revision.kind IS 'Which notes';
COMMENT ON COLUMN note_revision.revision IS 'How often they were changed';
