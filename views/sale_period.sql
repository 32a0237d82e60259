-- Sales and targets by day, week and month: every period that has a target (0 is one) or a daily row. A question for one
-- grain costs that grain only.
CREATE VIEW report.sale_period AS
SELECT production_id, 'day' AS grain, sale_day AS first_day, sum(sale_days) AS sale_days, sum(seats)::bigint AS seats,
       sum(complimentary_seats)::bigint AS complimentary_seats, sum(revenue_krw)::bigint AS revenue_krw,
       sum(target_krw)::bigint AS target_krw, sum(due_target_krw)::bigint AS due_target_krw
FROM report.sale_or_target
GROUP BY production_id, sale_day
UNION ALL
SELECT production_id, 'week', date_trunc('week', sale_day::timestamp)::date, sum(sale_days), sum(seats)::bigint,
       sum(complimentary_seats)::bigint, sum(revenue_krw)::bigint, sum(target_krw)::bigint,
       sum(due_target_krw)::bigint
FROM report.sale_or_target
GROUP BY production_id, date_trunc('week', sale_day::timestamp)::date
UNION ALL
SELECT production_id, 'month', date_trunc('month', sale_day::timestamp)::date, sum(sale_days), sum(seats)::bigint,
       sum(complimentary_seats)::bigint, sum(revenue_krw)::bigint, sum(target_krw)::bigint,
       sum(due_target_krw)::bigint
FROM report.sale_or_target
GROUP BY production_id, date_trunc('month', sale_day::timestamp)::date;

COMMENT ON VIEW report.sale_period IS 'Sales and targets by day, week and month';
COMMENT ON COLUMN report.sale_period.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.sale_period.grain IS 'day, week or month: choose one';
COMMENT ON COLUMN report.sale_period.first_day IS 'First day of the period; of a week the Monday';
COMMENT ON COLUMN report.sale_period.sale_days IS 'Number of daily rows, also those with 0; 0 where there are targets only';
COMMENT ON COLUMN report.sale_period.seats IS 'Paid seats (유료)';
COMMENT ON COLUMN report.sale_period.complimentary_seats IS 'Complimentary seats (초대); 0 for plays and musicals';
COMMENT ON COLUMN report.sale_period.revenue_krw IS 'Won sold; 0 also after the record date';
COMMENT ON COLUMN report.sale_period.target_krw IS 'Won aimed at';
COMMENT ON COLUMN report.sale_period.due_target_krw IS 'Won aimed at up to the record date; 0 without a snapshot';
