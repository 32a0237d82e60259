-- What closed productions teach is computed once and kept. Forecasts are kept as they were made, so that they can be held
-- against what came: they are never updated, and each upload has its own. Whether one still counts is said by the status of
-- its upload.

CREATE TABLE production_card (
    snapshot_id       BIGINT NOT NULL,
    params_hash       TEXT NOT NULL,
    production_id     UUID NOT NULL,
    closed_on         DATE NOT NULL,
    rates             DOUBLE PRECISION[],
    log_class_factors DOUBLE PRECISION[],
    log_wave          DOUBLE PRECISION[],
    to_come           DOUBLE PRECISION[],
    first_days_to_go  INTEGER,
    sold_shares       DOUBLE PRECISION[],
    PRIMARY KEY (snapshot_id, params_hash),
    CONSTRAINT production_card_of_snapshot FOREIGN KEY (production_id, snapshot_id)
        REFERENCES snapshot (production_id, id) ON DELETE CASCADE,
    CHECK (num_nulls(rates, log_class_factors, log_wave, to_come) IN (0, 4)),
    CHECK (num_nulls(first_days_to_go, sold_shares) IN (0, 2))
);

CREATE INDEX production_card_of_production ON production_card (production_id);

COMMENT ON TABLE production_card IS 'What a closed production teaches forecasts: docs/foresight.md. One for each snapshot that closed it';
COMMENT ON COLUMN production_card.snapshot_id IS 'The first live snapshot after the last performance';
COMMENT ON COLUMN production_card.params_hash IS 'Tells the numbers of the method apart that made it';
COMMENT ON COLUMN production_card.production_id IS 'Whose';
COMMENT ON COLUMN production_card.closed_on IS 'Record date of the snapshot: forecasts of later days may know it';
COMMENT ON COLUMN production_card.rates IS 'Log daily sales per seat by band; NULL where nothing was on sale, all of it when nothing was recorded';
COMMENT ON COLUMN production_card.log_class_factors IS 'Logarithms of the factors of classes of performances';
COMMENT ON COLUMN production_card.log_wave IS 'Logarithms of the factors of weekdays, Monday first';
COMMENT ON COLUMN production_card.to_come IS 'Shares that were still to come, four numbers for each number of days to go; the last four before any sale';
COMMENT ON COLUMN production_card.first_days_to_go IS 'Days to the last performance on the first sale day';
COMMENT ON COLUMN production_card.sold_shares IS 'Share of all seats sold from then on, day by day';

CREATE TABLE forecast (
    snapshot_id            BIGINT NOT NULL,
    params_hash            TEXT NOT NULL,
    production_id          UUID NOT NULL,
    origin                 DATE NOT NULL,
    method                 TEXT NOT NULL,
    computed_at            TIMESTAMPTZ NOT NULL,
    reason                 TEXT CHECK (reason IN ('no_snapshot', 'no_capacity', 'not_on_sale', 'run_over')),
    past_productions       INTEGER,
    confidence             TEXT CHECK (confidence IN ('prior', 'own', 'company')),
    sold_seats             BIGINT,
    sellable_seats         BIGINT,
    seats_p10              BIGINT,
    seats_p50              BIGINT,
    seats_p90              BIGINT,
    straight_line_seats    BIGINT,
    revenue_krw            BIGINT,
    revenue_p10_krw        BIGINT,
    revenue_p50_krw        BIGINT,
    revenue_p90_krw        BIGINT,
    straight_line_krw      BIGINT,
    break_even_krw         BIGINT,
    break_even_probability DOUBLE PRECISION CHECK (break_even_probability BETWEEN 0 AND 1),
    PRIMARY KEY (snapshot_id, params_hash),
    CONSTRAINT forecast_of_snapshot FOREIGN KEY (production_id, snapshot_id)
        REFERENCES snapshot (production_id, id) ON DELETE CASCADE,
    CHECK (num_nulls(past_productions, confidence, sold_seats, sellable_seats, seats_p10, seats_p90, straight_line_seats,
                     revenue_krw, straight_line_krw) = CASE WHEN reason IS NULL THEN 0 ELSE 9 END),
    CHECK (sold_seats <= seats_p10 AND seats_p10 <= seats_p90 AND seats_p90 <= sellable_seats),
    CHECK (seats_p50 BETWEEN seats_p10 AND seats_p90),
    CHECK (revenue_p10_krw <= revenue_p90_krw),
    CHECK (num_nulls(break_even_krw, break_even_probability) IN (0, 2))
);

CREATE INDEX forecast_of_production ON forecast (production_id, origin);

COMMENT ON TABLE forecast IS 'What was expected of a run with a snapshot: docs/foresight.md. Never updated';
COMMENT ON COLUMN forecast.snapshot_id IS 'The snapshot that it rests on, with the live ones before it';
COMMENT ON COLUMN forecast.params_hash IS 'Tells the numbers of the method apart';
COMMENT ON COLUMN forecast.production_id IS 'Whose run';
COMMENT ON COLUMN forecast.origin IS 'Record date of the snapshot: nothing later was looked at';
COMMENT ON COLUMN forecast.method IS 'Name of the method';
COMMENT ON COLUMN forecast.computed_at IS 'When it was made';
COMMENT ON COLUMN forecast.reason IS 'Why there is none; NULL where there is one';
COMMENT ON COLUMN forecast.past_productions IS 'Number of past productions that it was learned from';
COMMENT ON COLUMN forecast.confidence IS 'On what it rests: prior, own or company';
COMMENT ON COLUMN forecast.sold_seats IS 'Seats sold at the origin';
COMMENT ON COLUMN forecast.sellable_seats IS 'Seats of all performances without complimentary ones';
COMMENT ON COLUMN forecast.seats_p10 IS 'Seats sold in the end: exceeded in 9 of 10 cases';
COMMENT ON COLUMN forecast.seats_p50 IS 'The same, exceeded in half of the cases; NULL while too few days are known';
COMMENT ON COLUMN forecast.seats_p90 IS 'The same, exceeded in 1 of 10 cases';
COMMENT ON COLUMN forecast.straight_line_seats IS 'Seats in the end with as many a day as so far, without a limit';
COMMENT ON COLUMN forecast.revenue_krw IS 'Revenue at the origin, in won';
COMMENT ON COLUMN forecast.revenue_p10_krw IS 'Revenue in the end; NULL while prices are not known';
COMMENT ON COLUMN forecast.revenue_p50_krw IS 'The same, exceeded in half of the cases';
COMMENT ON COLUMN forecast.revenue_p90_krw IS 'The same, exceeded in 1 of 10 cases';
COMMENT ON COLUMN forecast.straight_line_krw IS 'Revenue in the end with as much a day as so far, without a limit';
COMMENT ON COLUMN forecast.break_even_krw IS 'Break-even amount of that time, in won; NULL without one, or without prices';
COMMENT ON COLUMN forecast.break_even_probability IS 'Probability that it is reached by the last performance';

CREATE TABLE performance_forecast (
    snapshot_id         BIGINT NOT NULL,
    params_hash         TEXT NOT NULL,
    starts_at           TIMESTAMPTZ NOT NULL,
    sold_seats          BIGINT NOT NULL,
    sellable_seats      BIGINT NOT NULL,
    seats_p10           BIGINT NOT NULL,
    seats_p50           BIGINT,
    seats_p90           BIGINT NOT NULL,
    straight_line_seats BIGINT NOT NULL,
    PRIMARY KEY (snapshot_id, params_hash, starts_at),
    FOREIGN KEY (snapshot_id, params_hash) REFERENCES forecast ON DELETE CASCADE,
    CHECK (sold_seats <= seats_p10 AND seats_p10 <= seats_p90 AND seats_p90 <= sellable_seats),
    CHECK (seats_p50 BETWEEN seats_p10 AND seats_p90)
);

COMMENT ON TABLE performance_forecast IS 'What was expected of each performance to come. Never updated';
COMMENT ON COLUMN performance_forecast.snapshot_id IS 'The snapshot of its forecast';
COMMENT ON COLUMN performance_forecast.params_hash IS 'The method of its forecast';
COMMENT ON COLUMN performance_forecast.starts_at IS 'The performance';
COMMENT ON COLUMN performance_forecast.sold_seats IS 'Seats sold at the origin';
COMMENT ON COLUMN performance_forecast.sellable_seats IS 'Seats that can be sold';
COMMENT ON COLUMN performance_forecast.seats_p10 IS 'Seats sold in the end: exceeded in 9 of 10 cases';
COMMENT ON COLUMN performance_forecast.seats_p50 IS 'The same, exceeded in half of the cases; NULL while too few days are known';
COMMENT ON COLUMN performance_forecast.seats_p90 IS 'The same, exceeded in 1 of 10 cases';
COMMENT ON COLUMN performance_forecast.straight_line_seats IS 'Seats in the end with as many a day as so far, without a limit';

CREATE FUNCTION refuse_to_change_a_forecast() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a forecast never changes';
END
$$;

CREATE TRIGGER production_card_is_immutable BEFORE UPDATE ON production_card
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_forecast();
CREATE TRIGGER forecast_is_immutable BEFORE UPDATE ON forecast
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_forecast();
CREATE TRIGGER performance_forecast_is_immutable BEFORE UPDATE ON performance_forecast
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_forecast();
