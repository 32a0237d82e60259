-- What workbooks without markers say beyond those with: agencies, what is paid for, numbers, remarks and roles of performances.
-- Rows that are there say nothing of it. A workbook may have no sheet of sale days: then nobody knows what was sold when.

ALTER TABLE snapshot ADD has_sale_days BOOLEAN NOT NULL DEFAULT TRUE;
COMMENT ON COLUMN snapshot.has_sale_days IS 'Whether the workbook has a sheet of sale days';

ALTER TABLE performance_sale
    ADD number BIGINT,
    ADD remark TEXT,
    ADD cast_roles TEXT[],
    ADD deposited_seats BIGINT,
    ADD deposited_krw BIGINT;
COMMENT ON COLUMN performance_sale.number IS 'Which performance of the run it is (회차), from 1; NULL where the workbook does not tell';
COMMENT ON COLUMN performance_sale.remark IS 'What somebody wrote beside it (비고)';
COMMENT ON COLUMN performance_sale.cast_roles IS 'What each of cast_names plays (배역), in their order; NULL where the workbook does not tell';
COMMENT ON COLUMN performance_sale.deposited_seats IS 'Sold seats that are paid for (입금); NULL where the workbook does not tell';
COMMENT ON COLUMN performance_sale.deposited_krw IS 'Won of seats that are paid for';

CREATE TABLE agency_name (
    snapshot_id   BIGINT NOT NULL,
    production_id UUID NOT NULL,
    agency        TEXT NOT NULL CHECK (agency <> ''),
    name          TEXT NOT NULL,
    PRIMARY KEY (snapshot_id, agency),
    CONSTRAINT agency_name_of_snapshot FOREIGN KEY (production_id, snapshot_id)
        REFERENCES snapshot (production_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE agency_name IS 'What the ticket agencies (예매처) of a workbook are called';
COMMENT ON COLUMN agency_name.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN agency_name.production_id IS 'Whose sales, as its snapshot says';
COMMENT ON COLUMN agency_name.agency IS 'Code: interpark, nol, yes24, melon, ticketlink, or that of another one';
COMMENT ON COLUMN agency_name.name IS 'Name in answers';

CREATE TABLE agency_day (
    snapshot_id   BIGINT NOT NULL,
    production_id UUID NOT NULL,
    sale_day      DATE NOT NULL,
    agency        TEXT NOT NULL CHECK (agency <> ''),
    seats         BIGINT NOT NULL,
    revenue_krw   BIGINT NOT NULL,
    PRIMARY KEY (snapshot_id, sale_day, agency),
    CONSTRAINT agency_day_of_snapshot FOREIGN KEY (production_id, snapshot_id)
        REFERENCES snapshot (production_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE agency_day IS 'What one agency sold on one sale day';
COMMENT ON COLUMN agency_day.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN agency_day.production_id IS 'Whose sales, as its snapshot says';
COMMENT ON COLUMN agency_day.sale_day IS 'Day of the purchase (판매일)';
COMMENT ON COLUMN agency_day.agency IS 'Code of the agency';
COMMENT ON COLUMN agency_day.seats IS 'Booked seats; negative when refunds outweigh sales';
COMMENT ON COLUMN agency_day.revenue_krw IS 'Won; negative when refunds outweigh sales';

CREATE TABLE agency_performance (
    snapshot_id     BIGINT NOT NULL,
    production_id   UUID NOT NULL,
    starts_at       TIMESTAMPTZ NOT NULL,
    agency          TEXT NOT NULL CHECK (agency <> ''),
    seats           BIGINT NOT NULL,
    revenue_krw     BIGINT,
    deposited_seats BIGINT,
    deposited_krw   BIGINT,
    seats_by_grade  JSONB NOT NULL CHECK (jsonb_typeof(seats_by_grade) = 'object'),
    PRIMARY KEY (snapshot_id, starts_at, agency),
    CONSTRAINT agency_performance_of_snapshot FOREIGN KEY (production_id, snapshot_id)
        REFERENCES snapshot (production_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE agency_performance IS 'What one agency sold of one performance';
COMMENT ON COLUMN agency_performance.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN agency_performance.production_id IS 'Whose performance, as its snapshot says';
COMMENT ON COLUMN agency_performance.starts_at IS 'Date and time of the showing';
COMMENT ON COLUMN agency_performance.agency IS 'Code of the agency';
COMMENT ON COLUMN agency_performance.seats IS 'Booked seats';
COMMENT ON COLUMN agency_performance.revenue_krw IS 'Their won; NULL where the sheet has none';
COMMENT ON COLUMN agency_performance.deposited_seats IS 'Seats that are paid for (입금); NULL where the sheet does not tell';
COMMENT ON COLUMN agency_performance.deposited_krw IS 'Won of seats that are paid for';
COMMENT ON COLUMN agency_performance.seats_by_grade IS 'Booked seats per grade';

CREATE TRIGGER agency_name_is_immutable BEFORE UPDATE ON agency_name
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER agency_day_is_immutable BEFORE UPDATE ON agency_day
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER agency_performance_is_immutable BEFORE UPDATE ON agency_performance
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
