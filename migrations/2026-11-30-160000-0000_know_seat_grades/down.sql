COMMENT ON COLUMN production.seat_inventory IS 'Concerts: seats per grade of one performance, {"r": 1152}';
ALTER TABLE production
    DROP COLUMN revenue_basis, DROP COLUMN production_cost_krw, DROP COLUMN target_krw, DROP COLUMN seat_grades;
