-- Grades have an order, a name, a price and seats, whatever the category; what a run should bring and costs is known; and a
-- production says whether its revenue means what is booked or what is deposited.

ALTER TABLE production
    ADD seat_grades         JSONB NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(seat_grades) = 'array'),
    ADD target_krw          BIGINT CHECK (target_krw >= 0),
    ADD production_cost_krw BIGINT CHECK (production_cost_krw >= 0),
    ADD revenue_basis       TEXT NOT NULL DEFAULT 'booked' CHECK (revenue_basis IN ('booked', 'deposited'));

-- In the order of reports: the usual grades, then others by their code.
UPDATE production p
SET seat_grades = (
    SELECT jsonb_agg(
        jsonb_build_object('grade', code, 'label', NULL, 'priceKrw', NULL, 'seats', seats)
        ORDER BY array_position(
            ARRAY['vip', 'r', 's', 'a', 'b', 'bad_r', 'bad_s', 'bad_a', 'accessible'], code), code COLLATE "C")
    FROM jsonb_each(p.seat_inventory) AS inventory (code, seats)
)
WHERE p.seat_inventory <> '{}';

COMMENT ON COLUMN production.seat_inventory IS 'Seats per grade of one performance, {"r": 1152}: those of seat_grades';
COMMENT ON COLUMN production.seat_grades IS 'The grades in the order in which they are shown, [{"grade": "r", "label": null, "priceKrw": 110000, "seats": 1152}]';
COMMENT ON COLUMN production.target_krw IS 'Target revenue of the run, where nobody plans by day, in won';
COMMENT ON COLUMN production.production_cost_krw IS 'What all of it costs, in won';
COMMENT ON COLUMN production.revenue_basis IS 'Which revenue is meant where it is summed up: booked or deposited';
