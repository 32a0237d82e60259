-- Daily sales of the current snapshots.
CREATE VIEW report.daily_sale AS
SELECT p.production_id, p.production_code, p.production_name, p.category, p.record_date, d.sale_day,
       date_trunc('week', d.sale_day::timestamp)::date AS week_start,
       date_trunc('month', d.sale_day::timestamp)::date AS month_start,
       d.seats, d.complimentary_seats, d.revenue_krw, d.seats_by_grade
FROM report.production p
JOIN public.daily_sale d ON d.snapshot_id = p.snapshot_id;

COMMENT ON VIEW report.daily_sale IS 'Tickets and revenue per sale day (일별 매출), as of each production''s record date';
COMMENT ON COLUMN report.daily_sale.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.daily_sale.production_code IS 'Code of the production';
COMMENT ON COLUMN report.daily_sale.production_name IS 'Name of the production';
COMMENT ON COLUMN report.daily_sale.category IS 'concert, musical or play';
COMMENT ON COLUMN report.daily_sale.record_date IS 'Record date of the current snapshot';
COMMENT ON COLUMN report.daily_sale.sale_day IS 'Day of the purchase (판매일)';
COMMENT ON COLUMN report.daily_sale.week_start IS 'Monday of its week';
COMMENT ON COLUMN report.daily_sale.month_start IS 'First day of its month';
COMMENT ON COLUMN report.daily_sale.seats IS 'Paid seats (유료)';
COMMENT ON COLUMN report.daily_sale.complimentary_seats IS 'Complimentary seats (초대); 0 for plays and musicals';
COMMENT ON COLUMN report.daily_sale.revenue_krw IS 'Won';
COMMENT ON COLUMN report.daily_sale.seats_by_grade IS 'Paid seats per grade';
