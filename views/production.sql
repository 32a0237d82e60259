-- Each production with its current snapshot: the live upload of sales with the greatest record date whose rows are there. One index probe each, so the
-- cost does not depend on how many snapshots there are.
CREATE VIEW report.production AS
SELECT p.id AS production_id, p.code AS production_code, p.name AS production_name, p.category, p.active,
       p.venue, p.run_start, p.run_end, p.sale_start, p.sale_end, p.target_share, p.break_even_krw,
       p.seats_per_performance, p.seat_inventory, current.record_date, current.snapshot_id, current.has_sale_days,
       p.seat_grades, p.target_krw, p.production_cost_krw, p.revenue_basis
FROM public.production p
LEFT JOIN LATERAL (
    SELECT u.record_date, s.id AS snapshot_id, s.has_sale_days
    FROM public.upload u
    JOIN public.snapshot s ON s.upload_id = u.id
    WHERE u.production_id = p.id AND u.kind = 'sales' AND u.status = 'completed' AND u.evicted_at IS NULL
    ORDER BY u.record_date DESC
    LIMIT 1
) current ON TRUE;

COMMENT ON VIEW report.production IS 'Productions (공연) with the record date of their current snapshot';
COMMENT ON COLUMN report.production.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.production.production_code IS 'Code of the production';
COMMENT ON COLUMN report.production.production_name IS 'Name of the production';
COMMENT ON COLUMN report.production.category IS 'concert, musical or play';
COMMENT ON COLUMN report.production.active IS 'Whether reports list it without being asked to';
COMMENT ON COLUMN report.production.venue IS 'Where it plays';
COMMENT ON COLUMN report.production.run_start IS 'First day with a performance';
COMMENT ON COLUMN report.production.run_end IS 'Last day with a performance';
COMMENT ON COLUMN report.production.sale_start IS 'First day of sale';
COMMENT ON COLUMN report.production.sale_end IS 'Last day of sale';
COMMENT ON COLUMN report.production.target_share IS 'Share of the house that is aimed at; 1 is full';
COMMENT ON COLUMN report.production.break_even_krw IS 'Revenue at which the costs are met, in won';
COMMENT ON COLUMN report.production.seats_per_performance IS 'Seats on sale per performance';
COMMENT ON COLUMN report.production.seat_inventory IS 'Seats per grade of one performance';
COMMENT ON COLUMN report.production.record_date IS 'Record date (기준일) of the current snapshot';
COMMENT ON COLUMN report.production.snapshot_id IS 'The current snapshot';
COMMENT ON COLUMN report.production.has_sale_days IS 'Whether it tells sale days: without, nobody knows what was sold when; NULL without a snapshot';
COMMENT ON COLUMN report.production.seat_grades IS 'Seat grades in the order in which they are shown; by row in seat_grade';
COMMENT ON COLUMN report.production.target_krw IS 'Target revenue of the run, where nobody plans by day, in won';
COMMENT ON COLUMN report.production.production_cost_krw IS 'What all of it costs, in won';
COMMENT ON COLUMN report.production.revenue_basis IS 'Which revenue is meant where it is summed up: booked or deposited';
