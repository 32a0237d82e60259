-- All daily sales of each current snapshot, and those of its record date.
CREATE VIEW report.sale_total AS
SELECT production_id, record_date, count(*) AS sale_days, sum(seats)::bigint AS seats,
       sum(complimentary_seats)::bigint AS complimentary_seats, sum(revenue_krw)::bigint AS revenue_krw,
       coalesce(sum(revenue_krw) FILTER (WHERE sale_day = record_date), 0)::bigint AS record_date_revenue_krw
FROM report.daily_sale
GROUP BY production_id, record_date;

COMMENT ON VIEW report.sale_total IS 'All daily sales of each production with a snapshot';
COMMENT ON COLUMN report.sale_total.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.sale_total.record_date IS 'Record date of the current snapshot';
COMMENT ON COLUMN report.sale_total.sale_days IS 'Number of daily rows, also those with 0';
COMMENT ON COLUMN report.sale_total.seats IS 'Paid seats';
COMMENT ON COLUMN report.sale_total.complimentary_seats IS 'Complimentary seats';
COMMENT ON COLUMN report.sale_total.revenue_krw IS 'Won';
COMMENT ON COLUMN report.sale_total.record_date_revenue_krw IS 'Won of the record date';
