-- What somebody decided that labels of workbooks mean: one document of the company, one of each production. An upload keeps
-- those that held when it was accepted, so that reading it again says the same; and what its headings were taken for.

CREATE TABLE layout (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    production_id UUID UNIQUE REFERENCES production ON DELETE CASCADE,
    document      JSONB NOT NULL CHECK (jsonb_typeof(document) = 'object'),
    revision      BIGINT NOT NULL,
    updated_by    UUID REFERENCES account ON DELETE SET NULL,
    updated_at    TIMESTAMPTZ
);
CREATE UNIQUE INDEX layout_of_company ON layout ((production_id IS NULL)) WHERE production_id IS NULL;
INSERT INTO layout (document, revision) VALUES ('{}', 0);

COMMENT ON TABLE layout IS 'What labels of workbooks mean, where somebody had to say';
COMMENT ON COLUMN layout.id IS 'Identity';
COMMENT ON COLUMN layout.production_id IS 'Of which production; NULL for that of the company, which is always there';
COMMENT ON COLUMN layout.document IS 'Names of sheets, and decisions about labels';
COMMENT ON COLUMN layout.revision IS 'Counts its changes';
COMMENT ON COLUMN layout.updated_by IS 'Who changed it last';
COMMENT ON COLUMN layout.updated_at IS 'When it was changed last; NULL before the first change';

ALTER TABLE upload
    ADD layout JSONB CHECK (jsonb_typeof(layout) = 'array'),
    ADD recognised JSONB CHECK (jsonb_typeof(recognised) = 'array');
COMMENT ON COLUMN upload.layout IS 'The documents that held when it was accepted, that of the production first; NULL where both were empty';
COMMENT ON COLUMN upload.recognised IS 'What its headings were taken for; NULL of workbooks with markers, and before it was read';
