-- What was done when to sell a production, drawn on the charts beside the marketing weeks, which stay the plan.

CREATE TABLE campaign (
    id            UUID PRIMARY KEY,
    production_id UUID NOT NULL REFERENCES production ON DELETE CASCADE,
    from_day      DATE NOT NULL,
    to_day        DATE NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('memo', 'discount', 'promotion', 'press', 'invitation', 'other')),
    text          TEXT NOT NULL,
    agency        TEXT,
    rate          NUMERIC CHECK (rate BETWEEN 0 AND 1),
    grades        TEXT[] NOT NULL,
    revision      BIGINT NOT NULL DEFAULT 0,
    created_by    UUID REFERENCES account ON DELETE SET NULL,
    updated_at    TIMESTAMPTZ NOT NULL,
    CHECK (from_day <= to_day)
);
CREATE INDEX campaign_of_production ON campaign (production_id, from_day, to_day, id);
CREATE INDEX campaign_by_account ON campaign (created_by);

COMMENT ON TABLE campaign IS 'What was done when to sell a production';
COMMENT ON COLUMN campaign.id IS 'Identity';
COMMENT ON COLUMN campaign.production_id IS 'For which production';
COMMENT ON COLUMN campaign.from_day IS 'First day';
COMMENT ON COLUMN campaign.to_day IS 'Last day';
COMMENT ON COLUMN campaign.kind IS 'memo, discount, promotion, press, invitation or other';
COMMENT ON COLUMN campaign.text IS 'What was done';
COMMENT ON COLUMN campaign.agency IS 'By which ticket agency; NULL for all';
COMMENT ON COLUMN campaign.rate IS 'Share of the price that is taken off; 0.2 is 20 %';
COMMENT ON COLUMN campaign.grades IS 'Of which seat grades; empty for all';
COMMENT ON COLUMN campaign.revision IS 'Counts its changes';
COMMENT ON COLUMN campaign.created_by IS 'Who entered it; NULL where that user is gone';
COMMENT ON COLUMN campaign.updated_at IS 'When it was entered or changed last';
