-- Strangers must neither slow down the owner of an account nor stop registrations: an account knows where it was signed in to
-- from before, and registrations come one after the other by a row that no other role can hold.

CREATE TABLE sign_in_origin (
    account_id UUID NOT NULL REFERENCES account ON DELETE CASCADE,
    digest     BYTEA NOT NULL CHECK (octet_length(digest) = 32),
    last_at    TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (account_id, digest)
);
CREATE INDEX sign_in_origin_by_time ON sign_in_origin (last_at);

COMMENT ON TABLE sign_in_origin IS 'Browsers and networks that accounts were signed in to from';
COMMENT ON COLUMN sign_in_origin.account_id IS 'The account';
COMMENT ON COLUMN sign_in_origin.digest IS 'SHA-256 of what the browser is known by, or of the network';
COMMENT ON COLUMN sign_in_origin.last_at IS 'When it was last signed in to from there';

CREATE TABLE registration_gate (
    id BOOLEAN PRIMARY KEY CHECK (id)
);
INSERT INTO registration_gate (id) VALUES (TRUE);

COMMENT ON TABLE registration_gate IS 'One row, locked by whoever counts registrations';
COMMENT ON COLUMN registration_gate.id IS 'Always true';

COMMENT ON COLUMN sign_in_attempt.key IS 'What was tried, in digest: an account, known or not, by all, from one network or in one browser; a session; or the network it was tried from';
COMMENT ON COLUMN registration_attempt.address IS 'Network: an address of IPv4, or 64 bits of one of IPv6';
