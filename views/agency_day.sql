-- What agencies sold by sale day, of the current snapshots.
CREATE VIEW report.agency_day AS
SELECT p.production_id, p.production_code, p.production_name, p.category, p.record_date, a.sale_day,
       date_trunc('week', a.sale_day::timestamp)::date AS week_start,
       date_trunc('month', a.sale_day::timestamp)::date AS month_start,
       a.agency, n.name AS agency_name, a.seats, a.revenue_krw
FROM report.production p
JOIN public.agency_day a ON a.snapshot_id = p.snapshot_id
JOIN public.agency_name n ON n.snapshot_id = a.snapshot_id AND n.agency = a.agency;

COMMENT ON VIEW report.agency_day IS 'What each ticket agency (예매처) sold on each sale day; the total of a day is that of daily_sale';
COMMENT ON COLUMN report.agency_day.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.agency_day.production_code IS 'Code of the production';
COMMENT ON COLUMN report.agency_day.production_name IS 'Name of the production';
COMMENT ON COLUMN report.agency_day.category IS 'concert, musical or play';
COMMENT ON COLUMN report.agency_day.record_date IS 'Record date of the current snapshot';
COMMENT ON COLUMN report.agency_day.sale_day IS 'Day of the purchase (판매일)';
COMMENT ON COLUMN report.agency_day.week_start IS 'Monday of its week';
COMMENT ON COLUMN report.agency_day.month_start IS 'First day of its month';
COMMENT ON COLUMN report.agency_day.agency IS 'Code of the agency';
COMMENT ON COLUMN report.agency_day.agency_name IS 'Name of the agency';
COMMENT ON COLUMN report.agency_day.seats IS 'Booked seats';
COMMENT ON COLUMN report.agency_day.revenue_krw IS 'Won';
