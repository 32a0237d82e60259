-- Performances summed by calendar week.
CREATE VIEW report.performance_week AS
SELECT production_id, week_start, count(*) AS performances, sum(paid_share) AS paid_share_sum,
       sum(occupancy) AS occupancy_sum, sum(paid_seats)::bigint AS paid_seats,
       sum(complimentary_seats)::bigint AS complimentary_seats, sum(revenue_krw)::bigint AS revenue_krw
FROM report.performance_sale
GROUP BY production_id, week_start;

COMMENT ON VIEW report.performance_week IS 'Performances summed by calendar week; a mean is a sum divided by performances';
COMMENT ON COLUMN report.performance_week.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.performance_week.week_start IS 'Monday of the week';
COMMENT ON COLUMN report.performance_week.performances IS 'Number of performances';
COMMENT ON COLUMN report.performance_week.paid_share_sum IS 'Paid shares, added up; NULL for concerts';
COMMENT ON COLUMN report.performance_week.occupancy_sum IS 'Occupancies, added up; NULL for concerts';
COMMENT ON COLUMN report.performance_week.paid_seats IS 'Seats sold';
COMMENT ON COLUMN report.performance_week.complimentary_seats IS 'Seats given away';
COMMENT ON COLUMN report.performance_week.revenue_krw IS 'Won; NULL for concerts';
