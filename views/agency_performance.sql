-- What agencies sold of performances, of the current snapshots.
CREATE VIEW report.agency_performance AS
SELECT p.production_id, p.production_code, p.production_name, p.category, p.record_date, a.starts_at,
       (a.starts_at AT TIME ZONE 'Asia/Seoul')::date AS performance_day, a.agency, n.name AS agency_name, a.seats,
       a.revenue_krw, a.deposited_seats, a.deposited_krw,
       CASE WHEN a.deposited_seats IS NOT NULL THEN greatest(a.seats - a.deposited_seats, 0) END AS pending_seats,
       CASE WHEN a.revenue_krw IS NOT NULL AND a.deposited_krw IS NOT NULL
            THEN greatest(a.revenue_krw - a.deposited_krw, 0) END AS pending_krw,
       a.seats_by_grade
FROM report.production p
JOIN public.agency_performance a ON a.snapshot_id = p.snapshot_id
JOIN public.agency_name n ON n.snapshot_id = a.snapshot_id AND n.agency = a.agency;

COMMENT ON VIEW report.agency_performance IS 'What each ticket agency (예매처) sold of each performance; the total of one is that of performance_sale';
COMMENT ON COLUMN report.agency_performance.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.agency_performance.production_code IS 'Code of the production';
COMMENT ON COLUMN report.agency_performance.production_name IS 'Name of the production';
COMMENT ON COLUMN report.agency_performance.category IS 'concert, musical or play';
COMMENT ON COLUMN report.agency_performance.record_date IS 'Record date of the current snapshot';
COMMENT ON COLUMN report.agency_performance.starts_at IS 'Date and time of the showing';
COMMENT ON COLUMN report.agency_performance.performance_day IS 'Its day in Seoul';
COMMENT ON COLUMN report.agency_performance.agency IS 'Code of the agency';
COMMENT ON COLUMN report.agency_performance.agency_name IS 'Name of the agency';
COMMENT ON COLUMN report.agency_performance.seats IS 'Booked seats';
COMMENT ON COLUMN report.agency_performance.revenue_krw IS 'Their won; NULL where the sheet has none';
COMMENT ON COLUMN report.agency_performance.deposited_seats IS 'Seats that are paid for (입금); NULL where the sheet does not tell';
COMMENT ON COLUMN report.agency_performance.deposited_krw IS 'Won of seats that are paid for';
COMMENT ON COLUMN report.agency_performance.pending_seats IS 'Seats that are not paid for yet (미입금); NULL where the sheet does not tell';
COMMENT ON COLUMN report.agency_performance.pending_krw IS 'Won of seats that are not paid for yet';
COMMENT ON COLUMN report.agency_performance.seats_by_grade IS 'Booked seats per grade';
