-- A second factor of signing in: what an authenticator makes codes of, and codes for when it is lost.
-- The secret is kept as it is: whoever checks a code needs it, and a key beside it in the configuration of every server
-- would protect it from nobody who reads this database by the server's own rights. Role reader sees schema report only.

CREATE TABLE second_factor (
    account_id UUID PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    secret     BYTEA NOT NULL CHECK (octet_length(secret) = 20),
    set_up_at  TIMESTAMPTZ,
    last_step  BIGINT,
    CHECK ((set_up_at IS NULL) = (last_step IS NULL))
);

COMMENT ON TABLE second_factor IS 'Second factors of signing in, by authenticator (TOTP, RFC 6238)';
COMMENT ON COLUMN second_factor.account_id IS 'Whose';
COMMENT ON COLUMN second_factor.secret IS 'What the codes are made of; secret';
COMMENT ON COLUMN second_factor.set_up_at IS 'When its owner confirmed it by a code; NULL: not yet, and it counts for nothing';
COMMENT ON COLUMN second_factor.last_step IS 'The step of 30 seconds whose code was taken last: neither it nor an earlier one is taken again';

CREATE TABLE recovery_code (
    account_id UUID NOT NULL REFERENCES second_factor ON DELETE CASCADE,
    digest     BYTEA NOT NULL CHECK (octet_length(digest) = 32),
    PRIMARY KEY (account_id, digest)
);

COMMENT ON TABLE recovery_code IS 'Codes that stand in for an authenticator, once; a row goes when its code is used';
COMMENT ON COLUMN recovery_code.account_id IS 'Whose';
COMMENT ON COLUMN recovery_code.digest IS 'SHA-256 of the account and the code';
