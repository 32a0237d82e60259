-- The audit says who, from where, and what was there before; and first answers are kept for requests that are repeated.

ALTER TABLE audit_entry
    ADD COLUMN user_id   UUID,
    ADD COLUMN user_name TEXT,
    ADD COLUMN address   TEXT,
    ADD COLUMN before    JSONB;
CREATE INDEX audit_entry_of_user ON audit_entry (user_id, id);
CREATE INDEX audit_entry_of_action ON audit_entry (action text_pattern_ops, id);

COMMENT ON COLUMN audit_entry.user_id IS 'Who did it; kept when the user is deleted. NULL: the server itself, or a stranger';
COMMENT ON COLUMN audit_entry.user_name IS 'The name that the user had then';
COMMENT ON COLUMN audit_entry.address IS 'The network address that the request came from';
COMMENT ON COLUMN audit_entry.before IS 'What was there, as far as it was changed, without secrets';

UPDATE upload SET uploaded_by = NULL;
ALTER TABLE upload ADD CONSTRAINT upload_uploaded_by_fkey
    FOREIGN KEY (uploaded_by) REFERENCES account ON DELETE SET NULL;

CREATE TABLE repeat (
    account_id  UUID NOT NULL REFERENCES account ON DELETE CASCADE,
    route       TEXT NOT NULL,
    key         TEXT NOT NULL,
    body_digest BYTEA NOT NULL CHECK (octet_length(body_digest) = 32),
    began_at    TIMESTAMPTZ NOT NULL,
    status      SMALLINT,
    location    TEXT,
    answer      BYTEA,
    PRIMARY KEY (account_id, route, key)
);
CREATE INDEX repeat_by_time ON repeat (began_at);

COMMENT ON TABLE repeat IS 'First answers to requests with an Idempotency-Key, for 24 hours; none holds a secret';
COMMENT ON COLUMN repeat.account_id IS 'Who asked';
COMMENT ON COLUMN repeat.route IS 'Method and path';
COMMENT ON COLUMN repeat.key IS 'The key, as the client chose it';
COMMENT ON COLUMN repeat.body_digest IS 'SHA-256 of what was asked for';
COMMENT ON COLUMN repeat.began_at IS 'When the first request came';
COMMENT ON COLUMN repeat.status IS 'HTTP status of the answer; NULL while it is being answered';
COMMENT ON COLUMN repeat.location IS 'Where the new thing is';
COMMENT ON COLUMN repeat.answer IS 'The answer''s body';
