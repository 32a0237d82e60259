-- What workbooks say: each upload with its original files, and one immutable snapshot of rows for each that was read.

CREATE TABLE upload (
    id                UUID PRIMARY KEY,
    accepted_no       BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    production_id     UUID NOT NULL REFERENCES production,
    record_date       DATE NOT NULL,
    status            TEXT NOT NULL
                      CHECK (status IN ('queued', 'processing', 'completed', 'superseded', 'failed', 'withdrawn')),
    content_key       BYTEA NOT NULL,
    uploaded_by       UUID,
    uploaded_at       TIMESTAMPTZ NOT NULL,
    finished_at       TIMESTAMPTZ,
    diagnostics       JSONB NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(diagnostics) = 'array'),
    diagnostic_counts JSONB NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(diagnostic_counts) = 'object'),
    facts             JSONB
);

-- At most one upload of a production and record date is live; read backwards, the first row is the current one.
CREATE UNIQUE INDEX upload_live ON upload (production_id, record_date) WHERE status = 'completed';
CREATE INDEX upload_of_record_date ON upload (production_id, record_date, accepted_no);
CREATE INDEX upload_pending ON upload (accepted_no) WHERE status IN ('queued', 'processing');

COMMENT ON TABLE upload IS 'One workbook (or pair of CSV files) that was sent in, and how it ended';
COMMENT ON COLUMN upload.id IS 'Identity';
COMMENT ON COLUMN upload.accepted_no IS 'Order of acceptance: of one record date, the last accepted is live';
COMMENT ON COLUMN upload.production_id IS 'Whose sales it describes';
COMMENT ON COLUMN upload.record_date IS 'The day whose close it describes (기준일)';
COMMENT ON COLUMN upload.status IS 'queued, processing, completed (live), superseded, failed or withdrawn';
COMMENT ON COLUMN upload.content_key IS 'SHA-256 of its file, or of the sorted SHA-256 of its two files: tells repeats';
COMMENT ON COLUMN upload.uploaded_by IS 'Who sent it';
COMMENT ON COLUMN upload.uploaded_at IS 'When it was accepted';
COMMENT ON COLUMN upload.finished_at IS 'When it was read to its end';
COMMENT ON COLUMN upload.diagnostics IS 'The first 1 000 findings: [{code, sheet, cell, value}]';
COMMENT ON COLUMN upload.diagnostic_counts IS 'How often each code was found';
COMMENT ON COLUMN upload.facts IS 'Sums of what was read, of uploads with a snapshot';

CREATE TABLE upload_file (
    upload_id  UUID NOT NULL REFERENCES upload ON DELETE CASCADE,
    part       SMALLINT NOT NULL CHECK (part > 0),
    file_name  TEXT NOT NULL,
    sha256     BYTEA NOT NULL CHECK (octet_length(sha256) = 32),
    size_bytes BIGINT NOT NULL CHECK (size_bytes >= 0),
    PRIMARY KEY (upload_id, part)
);

COMMENT ON TABLE upload_file IS 'The original files of an upload; their bytes lie in the store under their hash';
COMMENT ON COLUMN upload_file.upload_id IS 'The upload';
COMMENT ON COLUMN upload_file.part IS '1, or 2 for the second of a CSV pair';
COMMENT ON COLUMN upload_file.file_name IS 'The name it came with, in NFC, without path and control characters';
COMMENT ON COLUMN upload_file.sha256 IS 'Names the bytes in the store';
COMMENT ON COLUMN upload_file.size_bytes IS 'Length in bytes';

CREATE TABLE snapshot (
    id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    upload_id UUID NOT NULL UNIQUE REFERENCES upload ON DELETE CASCADE
);

COMMENT ON TABLE snapshot IS 'All that one workbook says; never changes';
COMMENT ON COLUMN snapshot.id IS 'Short identity, for the keys of its rows';
COMMENT ON COLUMN snapshot.upload_id IS 'The upload that it was read from';

CREATE TABLE daily_sale (
    snapshot_id         BIGINT NOT NULL REFERENCES snapshot ON DELETE CASCADE,
    sale_day            DATE NOT NULL,
    revenue_krw         BIGINT NOT NULL,
    seats               BIGINT NOT NULL,
    complimentary_seats BIGINT NOT NULL,
    seats_by_grade      JSONB NOT NULL CHECK (jsonb_typeof(seats_by_grade) = 'object'),
    PRIMARY KEY (snapshot_id, sale_day)
);

COMMENT ON TABLE daily_sale IS 'Tickets and revenue sold on one sale day (일별 매출)';
COMMENT ON COLUMN daily_sale.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN daily_sale.sale_day IS 'Day of the purchase (판매일)';
COMMENT ON COLUMN daily_sale.revenue_krw IS 'Won; negative when refunds outweigh sales';
COMMENT ON COLUMN daily_sale.seats IS 'Paid seats; negative when refunds outweigh sales';
COMMENT ON COLUMN daily_sale.complimentary_seats IS 'Complimentary seats; 0 for plays and musicals';
COMMENT ON COLUMN daily_sale.seats_by_grade IS 'Paid seats per grade, {"vip": 86}';

CREATE TABLE performance_sale (
    snapshot_id                  BIGINT NOT NULL REFERENCES snapshot ON DELETE CASCADE,
    starts_at                    TIMESTAMPTZ NOT NULL,
    performance_day              DATE NOT NULL
                                 GENERATED ALWAYS AS ((starts_at AT TIME ZONE 'Asia/Seoul')::date) STORED,
    cast_names                   TEXT[] NOT NULL,
    paid_seats                   BIGINT NOT NULL CHECK (paid_seats >= 0),
    complimentary_seats          BIGINT NOT NULL CHECK (complimentary_seats >= 0),
    paid_seats_by_grade          JSONB NOT NULL CHECK (jsonb_typeof(paid_seats_by_grade) = 'object'),
    complimentary_seats_by_grade JSONB NOT NULL CHECK (jsonb_typeof(complimentary_seats_by_grade) = 'object'),
    revenue_krw                  BIGINT,
    deposit_share                NUMERIC,
    paid_share                   NUMERIC,
    complimentary_share          NUMERIC,
    PRIMARY KEY (snapshot_id, starts_at),
    CHECK (num_nulls(revenue_krw, deposit_share, paid_share, complimentary_share) IN (0, 4))
);

COMMENT ON TABLE performance_sale IS 'One performance (회차) and what is sold of it';
COMMENT ON COLUMN performance_sale.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN performance_sale.starts_at IS 'Date and time of the showing';
COMMENT ON COLUMN performance_sale.performance_day IS 'Its day in Seoul';
COMMENT ON COLUMN performance_sale.cast_names IS 'Who plays, in the order of the workbook; empty for concerts';
COMMENT ON COLUMN performance_sale.paid_seats IS 'Seats sold (유료)';
COMMENT ON COLUMN performance_sale.complimentary_seats IS 'Seats given away (초대)';
COMMENT ON COLUMN performance_sale.paid_seats_by_grade IS 'Seats sold per grade';
COMMENT ON COLUMN performance_sale.complimentary_seats_by_grade IS 'Seats given away per grade';
COMMENT ON COLUMN performance_sale.revenue_krw IS 'Won of paid seats; NULL for concerts';
COMMENT ON COLUMN performance_sale.deposit_share IS 'Share of the house that is paid for and deposited (입금 점유율); NULL for concerts';
COMMENT ON COLUMN performance_sale.paid_share IS 'Share of the house that is sold (유료 점유율); NULL for concerts';
COMMENT ON COLUMN performance_sale.complimentary_share IS 'Share of the house that is given away (무료 점유율); NULL for concerts';

CREATE FUNCTION refuse_to_change_a_snapshot() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a snapshot never changes';
END
$$;

CREATE TRIGGER snapshot_is_immutable BEFORE UPDATE ON snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER daily_sale_is_immutable BEFORE UPDATE ON daily_sale
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER performance_sale_is_immutable BEFORE UPDATE ON performance_sale
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
