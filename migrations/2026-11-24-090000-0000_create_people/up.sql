-- Who may enter: users with what they are granted, and what they sign in with. Every token is kept as its SHA-256 only.

CREATE TABLE account (
    id                     UUID PRIMARY KEY,
    email                  TEXT NOT NULL CONSTRAINT account_email_unique UNIQUE CHECK (email = lower(email)),
    name                   TEXT NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    password_hash          TEXT,
    role                   TEXT NOT NULL CHECK (role IN ('admin', 'master', 'member')),
    active                 BOOLEAN NOT NULL,
    can_upload             BOOLEAN NOT NULL,
    can_manage_productions BOOLEAN NOT NULL,
    all_productions        BOOLEAN NOT NULL,
    created_at             TIMESTAMPTZ NOT NULL,
    activated_at           TIMESTAMPTZ,
    registered_from        TEXT,
    revision               BIGINT NOT NULL DEFAULT 0,
    CHECK (NOT active OR activated_at IS NOT NULL)
);
CREATE INDEX account_waiting ON account (created_at) WHERE activated_at IS NULL;

COMMENT ON TABLE account IS 'Users (계정)';
COMMENT ON COLUMN account.id IS 'Identity';
COMMENT ON COLUMN account.email IS 'What the user signs in with, in lower case';
COMMENT ON COLUMN account.name IS 'Name, as others see it';
COMMENT ON COLUMN account.password_hash IS 'PHC string of Argon2id; NULL until a password is set';
COMMENT ON COLUMN account.role IS 'master, admin or member';
COMMENT ON COLUMN account.active IS 'Whether the user may enter';
COMMENT ON COLUMN account.can_upload IS 'Members: may upload to the productions granted';
COMMENT ON COLUMN account.can_manage_productions IS 'Members: may manage the productions granted, and enter new ones';
COMMENT ON COLUMN account.all_productions IS 'Members: sees all productions, also future ones';
COMMENT ON COLUMN account.created_at IS 'When the account was made';
COMMENT ON COLUMN account.activated_at IS 'When it first became active; NULL: it may be deleted';
COMMENT ON COLUMN account.registered_from IS 'Network address of the registration; NULL where somebody else made the account';
COMMENT ON COLUMN account.revision IS 'Counts the changes, for If-Match';

CREATE TABLE account_production (
    account_id    UUID NOT NULL REFERENCES account ON DELETE CASCADE,
    production_id UUID NOT NULL CONSTRAINT account_production_exists REFERENCES production ON DELETE CASCADE,
    PRIMARY KEY (account_id, production_id)
);
CREATE INDEX account_production_of_production ON account_production (production_id);

COMMENT ON TABLE account_production IS 'The productions that a member is granted';
COMMENT ON COLUMN account_production.account_id IS 'The member';
COMMENT ON COLUMN account_production.production_id IS 'The production';

CREATE TABLE session (
    id           UUID PRIMARY KEY,
    account_id   UUID NOT NULL REFERENCES account ON DELETE CASCADE,
    digest       BYTEA NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    created_at   TIMESTAMPTZ NOT NULL,
    last_used_at TIMESTAMPTZ NOT NULL,
    expires_at   TIMESTAMPTZ NOT NULL,
    address      TEXT,
    user_agent   TEXT CHECK (char_length(user_agent) <= 200)
);
CREATE INDEX session_of_account ON session (account_id);
CREATE INDEX session_by_end ON session (expires_at);

COMMENT ON TABLE session IS 'Who is signed in; a row goes when its session ends';
COMMENT ON COLUMN session.id IS 'Identity';
COMMENT ON COLUMN session.account_id IS 'Whose';
COMMENT ON COLUMN session.digest IS 'SHA-256 of the token';
COMMENT ON COLUMN session.created_at IS 'When it began';
COMMENT ON COLUMN session.last_used_at IS 'When it was last used, to the minute';
COMMENT ON COLUMN session.expires_at IS 'When it ends: a while after its last use, at the latest a longer while after its beginning';
COMMENT ON COLUMN session.address IS 'Network address that it began from';
COMMENT ON COLUMN session.user_agent IS 'The program that it began in, as that calls itself';

CREATE TABLE api_key (
    id           UUID PRIMARY KEY,
    account_id   UUID NOT NULL REFERENCES account ON DELETE CASCADE,
    digest       BYTEA NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    name         TEXT NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    read_only    BOOLEAN NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    expires_at   TIMESTAMPTZ,
    last_used_at TIMESTAMPTZ
);
CREATE INDEX api_key_of_account ON api_key (account_id);

COMMENT ON TABLE api_key IS 'Keys of scripts that act as their user; a row goes when its key ends';
COMMENT ON COLUMN api_key.id IS 'Identity';
COMMENT ON COLUMN api_key.account_id IS 'Whose';
COMMENT ON COLUMN api_key.digest IS 'SHA-256 of the key';
COMMENT ON COLUMN api_key.name IS 'Name';
COMMENT ON COLUMN api_key.read_only IS 'Whether it only reads';
COMMENT ON COLUMN api_key.created_at IS 'When it was made';
COMMENT ON COLUMN api_key.expires_at IS 'When it ends; NULL for never';
COMMENT ON COLUMN api_key.last_used_at IS 'When it was last used, to the minute';

CREATE TABLE reset_link (
    account_id UUID PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    digest     BYTEA NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    expires_at TIMESTAMPTZ NOT NULL
);

COMMENT ON TABLE reset_link IS 'Links by which passwords are set; one for a user, and a row goes when its link is used';
COMMENT ON COLUMN reset_link.account_id IS 'Whose password it sets';
COMMENT ON COLUMN reset_link.digest IS 'SHA-256 of the token in the link';
COMMENT ON COLUMN reset_link.expires_at IS 'When it stops working';

CREATE TABLE sign_in_attempt (
    key      TEXT PRIMARY KEY,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    last_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX sign_in_attempt_by_time ON sign_in_attempt (last_at);

COMMENT ON TABLE sign_in_attempt IS 'Failed attempts to sign in, which slow the next ones down';
COMMENT ON COLUMN sign_in_attempt.key IS 'What was tried, in digest: an account, known or not; or the network address it was tried from';
COMMENT ON COLUMN sign_in_attempt.failures IS 'How many failed in a row';
COMMENT ON COLUMN sign_in_attempt.last_at IS 'When the last of them was made';

CREATE TABLE registration_attempt (
    id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address TEXT NOT NULL,
    at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX registration_attempt_from ON registration_attempt (address, at);

COMMENT ON TABLE registration_attempt IS 'Registrations of the last hour, known addresses included';
COMMENT ON COLUMN registration_attempt.id IS 'Order';
COMMENT ON COLUMN registration_attempt.address IS 'Network address';
COMMENT ON COLUMN registration_attempt.at IS 'When';
