-- People are told of sign-ins from a network address or with a browser that their account was not used from before.

CREATE TABLE known_place (
    account_id   UUID NOT NULL REFERENCES account ON DELETE CASCADE,
    kind         TEXT NOT NULL CHECK (kind IN ('address', 'browser')),
    place        TEXT NOT NULL CHECK (char_length(place) <= 200),
    last_used_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (account_id, kind, place)
);
CREATE INDEX known_place_by_use ON known_place (last_used_at);

COMMENT ON TABLE known_place IS 'Where accounts were signed in to from; a row goes half a year after its last use';
COMMENT ON COLUMN known_place.account_id IS 'The account';
COMMENT ON COLUMN known_place.kind IS 'address or browser';
COMMENT ON COLUMN known_place.place IS 'Network address, of IPv6 the network of 64 bits; or the program as it calls itself, without versions';
COMMENT ON COLUMN known_place.last_used_at IS 'When somebody last signed in from there';

CREATE TABLE new_sign_in (
    id         UUID PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES account ON DELETE CASCADE,
    at         TIMESTAMPTZ NOT NULL,
    address    TEXT,
    user_agent TEXT CHECK (char_length(user_agent) <= 200)
);
CREATE INDEX new_sign_in_of_account ON new_sign_in (account_id);
CREATE INDEX new_sign_in_by_time ON new_sign_in (at);

COMMENT ON TABLE new_sign_in IS 'Sign-ins from new places that their owner has not dismissed; a row goes after 90 days';
COMMENT ON COLUMN new_sign_in.id IS 'The session, which may have ended since';
COMMENT ON COLUMN new_sign_in.account_id IS 'The account';
COMMENT ON COLUMN new_sign_in.at IS 'When';
COMMENT ON COLUMN new_sign_in.address IS 'Network address';
COMMENT ON COLUMN new_sign_in.user_agent IS 'The program, as it calls itself';
