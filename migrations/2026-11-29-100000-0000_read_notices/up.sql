-- The bell: what people ought to know follows from what happened (uploads, alerts, the audit, deliveries), and is read from
-- there. Only how far each has read is kept. The indexes hold what is looked for: the newest of each.

CREATE TABLE notice_reading (
    account_id UUID PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    read_until TIMESTAMPTZ NOT NULL
);

COMMENT ON TABLE notice_reading IS 'How far people have read what they ought to know';
COMMENT ON COLUMN notice_reading.account_id IS 'Whose';
COMMENT ON COLUMN notice_reading.read_until IS 'What happened until then is read';

CREATE INDEX upload_stored_by_time ON upload (finished_at) WHERE status IN ('completed', 'superseded');
CREATE INDEX delivery_failed_by_time ON delivery (finished_at) WHERE state = 'failed';
CREATE INDEX audit_entry_of_production_by_time ON audit_entry (at) WHERE production_id IS NOT NULL;
