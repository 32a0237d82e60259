-- What people choose for themselves (views with a name, columns, the pages of the wall, the news they have seen) follows
-- them to every browser. No report and no permission follows from it, so that it is no change that anybody has to be told.

CREATE TABLE preference (
    account_id UUID PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    content    JSONB NOT NULL CHECK (octet_length(content::TEXT) <= 65536),
    changed_at TIMESTAMPTZ NOT NULL
);

COMMENT ON TABLE preference IS 'What somebody has chosen for oneself in the web';
COMMENT ON COLUMN preference.account_id IS 'Whose';
COMMENT ON COLUMN preference.content IS 'Views, hidden columns, the wall and the news seen';
COMMENT ON COLUMN preference.changed_at IS 'When it was last changed';
