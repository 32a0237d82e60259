-- What KOPIS tells of the market: bookings of genres by day of purchase, ranks, shows; how often it was asked, and how that went;
-- and which of its shows productions are, as people said.

CREATE TABLE kopis_genre_day (
    genre        TEXT NOT NULL,
    day          DATE NOT NULL,
    productions  BIGINT NOT NULL,
    performances BIGINT NOT NULL,
    booked       BIGINT NOT NULL,
    cancelled    BIGINT NOT NULL,
    net          BIGINT NOT NULL,
    amount_krw   BIGINT NOT NULL,
    read_at      TIMESTAMPTZ NOT NULL,
    corrected_at TIMESTAMPTZ,
    PRIMARY KEY (genre, day)
);
CREATE INDEX kopis_genre_day_by_day ON kopis_genre_day (day);

COMMENT ON TABLE kopis_genre_day IS 'Bookings of a genre by day of purchase (KOPIS, boxStatsCate)';
COMMENT ON COLUMN kopis_genre_day.genre IS 'Code of the genre, GGGA for musicals; an unknown one is its own name';
COMMENT ON COLUMN kopis_genre_day.day IS 'Day of the purchase';
COMMENT ON COLUMN kopis_genre_day.productions IS 'Productions that sold something';
COMMENT ON COLUMN kopis_genre_day.performances IS 'Performances that were sold for';
COMMENT ON COLUMN kopis_genre_day.booked IS 'Tickets that were booked';
COMMENT ON COLUMN kopis_genre_day.cancelled IS 'Tickets that were cancelled';
COMMENT ON COLUMN kopis_genre_day.net IS 'Booked less cancelled';
COMMENT ON COLUMN kopis_genre_day.amount_krw IS 'Won';
COMMENT ON COLUMN kopis_genre_day.read_at IS 'When it was read last';
COMMENT ON COLUMN kopis_genre_day.corrected_at IS 'When a figure became another one last; NULL where none did';

CREATE TABLE kopis_rank (
    genre        TEXT NOT NULL,
    day          DATE NOT NULL,
    rank         BIGINT NOT NULL CHECK (rank >= 1),
    kopis_id     TEXT NOT NULL,
    name         TEXT NOT NULL,
    place        TEXT,
    area         TEXT,
    from_day     DATE,
    to_day       DATE,
    seats        BIGINT,
    performances BIGINT,
    PRIMARY KEY (genre, day, rank)
);
CREATE INDEX kopis_rank_by_show ON kopis_rank (kopis_id, day);

COMMENT ON TABLE kopis_rank IS 'The list of a genre and a day (KOPIS, boxoffice), replaced as a whole';
COMMENT ON COLUMN kopis_rank.genre IS 'Code of the genre that was asked for';
COMMENT ON COLUMN kopis_rank.day IS 'Day of the list';
COMMENT ON COLUMN kopis_rank.rank IS 'Place in the list, from 1';
COMMENT ON COLUMN kopis_rank.kopis_id IS 'The show';
COMMENT ON COLUMN kopis_rank.name IS 'Its name';
COMMENT ON COLUMN kopis_rank.place IS 'Where it plays';
COMMENT ON COLUMN kopis_rank.area IS 'In which part of the country';
COMMENT ON COLUMN kopis_rank.from_day IS 'First day with a performance';
COMMENT ON COLUMN kopis_rank.to_day IS 'Last day with a performance';
COMMENT ON COLUMN kopis_rank.seats IS 'Seats of the place';
COMMENT ON COLUMN kopis_rank.performances IS 'Performances, as KOPIS counts them';

CREATE TABLE kopis_show (
    kopis_id TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    genre    TEXT NOT NULL,
    place    TEXT,
    area     TEXT,
    from_day DATE NOT NULL,
    to_day   DATE NOT NULL,
    open_run BOOLEAN NOT NULL,
    read_at  TIMESTAMPTZ NOT NULL,
    CHECK (from_day <= to_day)
);
CREATE INDEX kopis_show_by_opening ON kopis_show (from_day);
CREATE INDEX kopis_show_by_genre ON kopis_show (genre, to_day);

COMMENT ON TABLE kopis_show IS 'Shows that KOPIS knows (pblprfr)';
COMMENT ON COLUMN kopis_show.kopis_id IS 'Identity: PF and digits';
COMMENT ON COLUMN kopis_show.name IS 'Its name';
COMMENT ON COLUMN kopis_show.genre IS 'Code of its genre';
COMMENT ON COLUMN kopis_show.place IS 'Where it plays';
COMMENT ON COLUMN kopis_show.area IS 'In which part of the country';
COMMENT ON COLUMN kopis_show.from_day IS 'First day with a performance';
COMMENT ON COLUMN kopis_show.to_day IS 'Last day with a performance';
COMMENT ON COLUMN kopis_show.open_run IS 'Whether it goes on for as long as people come';
COMMENT ON COLUMN kopis_show.read_at IS 'When it was read last';

CREATE TABLE kopis_day (
    day              DATE PRIMARY KEY,
    calls            INTEGER NOT NULL DEFAULT 0,
    bookings_read_at TIMESTAMPTZ
);

COMMENT ON TABLE kopis_day IS 'Calls to KOPIS on a day in Seoul, and whether its bookings were asked for';
COMMENT ON COLUMN kopis_day.day IS 'The day';
COMMENT ON COLUMN kopis_day.calls IS 'Calls on this day, those that failed as well';
COMMENT ON COLUMN kopis_day.bookings_read_at IS 'When the bookings of this day were asked for last; NULL before';

CREATE TABLE kopis_state (
    id            BOOLEAN PRIMARY KEY DEFAULT true CHECK (id),
    key_digest    TEXT,
    trouble       TEXT CHECK (trouble IN ('failing', 'blocked', 'key_rejected', 'budget_used')),
    blocked_until TIMESTAMPTZ,
    budget_day    DATE,
    read_at       TIMESTAMPTZ,
    calling_until TIMESTAMPTZ,
    called_at     TIMESTAMPTZ,
    CHECK ((trouble = 'blocked') IS NOT TRUE OR blocked_until IS NOT NULL),
    CHECK ((trouble = 'budget_used') IS NOT TRUE OR budget_day IS NOT NULL)
);
INSERT INTO kopis_state DEFAULT VALUES;

COMMENT ON TABLE kopis_state IS 'How asking KOPIS stands; one row';
COMMENT ON COLUMN kopis_state.id IS 'Always true';
COMMENT ON COLUMN kopis_state.key_digest IS 'SHA-256 of the key of the last run, so that another one is known as such';
COMMENT ON COLUMN kopis_state.trouble IS 'Why the last run did not end well: failing, blocked, key_rejected or budget_used; NULL where it did';
COMMENT ON COLUMN kopis_state.blocked_until IS 'Nothing is asked until then';
COMMENT ON COLUMN kopis_state.budget_day IS 'The day in Seoul whose calls were used up';
COMMENT ON COLUMN kopis_state.read_at IS 'When something was read last';
COMMENT ON COLUMN kopis_state.calling_until IS 'A call is under way, and has ended by then; NULL while there is none';
COMMENT ON COLUMN kopis_state.called_at IS 'When the last call began or ended';

CREATE TABLE kopis_match (
    production_id UUID PRIMARY KEY REFERENCES production ON DELETE CASCADE,
    kopis_ids     TEXT[] NOT NULL CHECK (cardinality(kopis_ids) <= 10),
    genre         TEXT NOT NULL,
    revision      BIGINT NOT NULL,
    confirmed_by  UUID REFERENCES account ON DELETE SET NULL,
    confirmed_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX kopis_match_by_show ON kopis_match USING gin (kopis_ids);
CREATE INDEX kopis_match_by_account ON kopis_match (confirmed_by);

COMMENT ON TABLE kopis_match IS 'Which shows of KOPIS a production is, as somebody said';
COMMENT ON COLUMN kopis_match.production_id IS 'The production';
COMMENT ON COLUMN kopis_match.kopis_ids IS 'The shows: the venues of a tour are several';
COMMENT ON COLUMN kopis_match.genre IS 'Code of the genre that it is compared with';
COMMENT ON COLUMN kopis_match.revision IS 'Counts its changes';
COMMENT ON COLUMN kopis_match.confirmed_by IS 'Who said so last; NULL where that user is gone';
COMMENT ON COLUMN kopis_match.confirmed_at IS 'When';

INSERT INTO schedule (id, name, kind, cron, all_productions, considered_until, created_at)
VALUES (gen_random_uuid(), 'kopis', 'kopis', '30 10,15 * * *', true, now(), now());
