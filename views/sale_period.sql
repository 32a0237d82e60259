-- Sales and targets by day, week and month: every period that has a target (0 is one) or a daily row. A question for one
-- grain costs that grain only.
CREATE VIEW report.sale_period AS
SELECT production_id, 'day' AS grain, sale_day AS first_day, sum(revenue_krw)::bigint AS revenue_krw,
       sum(target_krw)::bigint AS target_krw
FROM report.sale_or_target
GROUP BY production_id, sale_day
UNION ALL
SELECT production_id, 'week', date_trunc('week', sale_day::timestamp)::date, sum(revenue_krw)::bigint,
       sum(target_krw)::bigint
FROM report.sale_or_target
GROUP BY production_id, date_trunc('week', sale_day::timestamp)::date
UNION ALL
SELECT production_id, 'month', date_trunc('month', sale_day::timestamp)::date, sum(revenue_krw)::bigint,
       sum(target_krw)::bigint
FROM report.sale_or_target
GROUP BY production_id, date_trunc('month', sale_day::timestamp)::date;

COMMENT ON VIEW report.sale_period IS 'Sales and targets by day, week and month';
COMMENT ON COLUMN report.sale_period.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.sale_period.grain IS 'day, week or month: choose one';
COMMENT ON COLUMN report.sale_period.first_day IS 'First day of the period; of a week the Monday';
COMMENT ON COLUMN report.sale_period.revenue_krw IS 'Won sold; 0 also after the record date';
COMMENT ON COLUMN report.sale_period.target_krw IS 'Won aimed at';
