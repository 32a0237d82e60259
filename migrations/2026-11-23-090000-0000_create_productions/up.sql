-- What staff maintain by hand: productions, their targets by day and marketing notes by week, and notes of the company.

CREATE TABLE production (
    id                    UUID PRIMARY KEY,
    code                  TEXT NOT NULL CONSTRAINT production_code_unique UNIQUE
                          CHECK (code ~ '^[A-Za-z0-9.-]{1,32}$'),
    name                  TEXT NOT NULL CONSTRAINT production_name_unique UNIQUE
                          CHECK (char_length(name) BETWEEN 1 AND 200),
    category              TEXT NOT NULL CHECK (category IN ('concert', 'musical', 'play')),
    active                BOOLEAN NOT NULL,
    venue                 TEXT,
    run_start             DATE,
    run_end               DATE,
    sale_start            DATE,
    sale_end              DATE,
    running_minutes       INTEGER CHECK (running_minutes > 0),
    target_share          NUMERIC(5, 4) CHECK (target_share BETWEEN 0 AND 1),
    break_even_krw        BIGINT CHECK (break_even_krw >= 0),
    seats_per_performance BIGINT CHECK (seats_per_performance >= 0),
    preview_end           DATE,
    concert_at            TIMESTAMPTZ,
    seat_inventory        JSONB CHECK (jsonb_typeof(seat_inventory) = 'object'),
    revision              BIGINT NOT NULL DEFAULT 0,
    created_at            TIMESTAMPTZ NOT NULL,
    updated_at            TIMESTAMPTZ NOT NULL,
    CHECK (run_start <= run_end),
    CHECK (sale_start <= sale_end)
);

COMMENT ON TABLE production IS 'One concert, play or musical (공연), over its whole run';
COMMENT ON COLUMN production.id IS 'Identity, for good';
COMMENT ON COLUMN production.code IS 'Second part of a workbook''s file name';
COMMENT ON COLUMN production.name IS 'Name, trimmed';
COMMENT ON COLUMN production.category IS 'concert (콘서트), musical (뮤지컬) or play (연극); fixed once there is an upload';
COMMENT ON COLUMN production.active IS 'Whether reports list it without being asked to';
COMMENT ON COLUMN production.venue IS 'Where it plays';
COMMENT ON COLUMN production.run_start IS 'First day with a performance';
COMMENT ON COLUMN production.run_end IS 'Last day with a performance';
COMMENT ON COLUMN production.sale_start IS 'First day of sale';
COMMENT ON COLUMN production.sale_end IS 'Last day of sale';
COMMENT ON COLUMN production.running_minutes IS 'Length of a performance in minutes';
COMMENT ON COLUMN production.target_share IS 'Share of the house that is aimed at; 1 is full';
COMMENT ON COLUMN production.break_even_krw IS 'Revenue at which the costs are met (손익분기점), in won';
COMMENT ON COLUMN production.seats_per_performance IS 'Seats on sale per performance';
COMMENT ON COLUMN production.preview_end IS 'Last day of previews';
COMMENT ON COLUMN production.concert_at IS 'When the concert begins';
COMMENT ON COLUMN production.seat_inventory IS 'Concerts: seats per grade of one performance, {"r": 1152}';
COMMENT ON COLUMN production.revision IS 'Counts the changes of the production, its targets and its marketing notes';
COMMENT ON COLUMN production.created_at IS 'When it was entered';
COMMENT ON COLUMN production.updated_at IS 'When it was last changed';

CREATE TABLE daily_target (
    production_id UUID NOT NULL REFERENCES production ON DELETE CASCADE,
    sale_day      DATE NOT NULL,
    target_krw    BIGINT NOT NULL CHECK (target_krw >= 0),
    PRIMARY KEY (production_id, sale_day)
);

COMMENT ON TABLE daily_target IS 'Target revenue (일별 목표) of each day of the sale period';
COMMENT ON COLUMN daily_target.production_id IS 'Whose target';
COMMENT ON COLUMN daily_target.sale_day IS 'A day of the sale period';
COMMENT ON COLUMN daily_target.target_krw IS 'Target revenue in won; 0 until somebody sets it';

CREATE TABLE marketing_week (
    production_id   UUID NOT NULL REFERENCES production ON DELETE CASCADE,
    monday          DATE NOT NULL CHECK (EXTRACT(ISODOW FROM monday) = 1),
    sales_marketing TEXT CHECK (sales_marketing <> ''),
    promotion       TEXT CHECK (promotion <> ''),
    other           TEXT CHECK (other <> ''),
    PRIMARY KEY (production_id, monday)
);

COMMENT ON TABLE marketing_week IS 'Marketing notes (주간 마케팅) of each calendar week that the sale period touches';
COMMENT ON COLUMN marketing_week.production_id IS 'Whose notes';
COMMENT ON COLUMN marketing_week.monday IS 'Monday of the calendar week, also where the sale begins later in it';
COMMENT ON COLUMN marketing_week.sales_marketing IS 'Discounts, packages, ticket openings';
COMMENT ON COLUMN marketing_week.promotion IS 'Advertising and press';
COMMENT ON COLUMN marketing_week.other IS 'Anything else';

CREATE TABLE monthly_note (
    month DATE PRIMARY KEY CHECK (EXTRACT(DAY FROM month) = 1),
    note  TEXT NOT NULL CHECK (note <> '')
);

COMMENT ON TABLE monthly_note IS 'The company''s notes by month (월별 기타)';
COMMENT ON COLUMN monthly_note.month IS 'First day of the month';
COMMENT ON COLUMN monthly_note.note IS 'The note; a month without one has no row';
