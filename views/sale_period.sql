-- Sales and targets by day, week and month: every period that has a target (0 is one) or a daily row.
CREATE VIEW report.sale_period AS
SELECT production_id, grain, first_day, sum(revenue_krw)::bigint AS revenue_krw, sum(target_krw)::bigint AS target_krw
FROM (
    SELECT p.production_id, d.sale_day, d.revenue_krw, 0 AS target_krw
    FROM report.production p
    JOIN public.daily_sale d ON d.snapshot_id = p.snapshot_id
    UNION ALL
    SELECT t.production_id, t.sale_day, 0, t.target_krw
    FROM public.daily_target t
) day
CROSS JOIN LATERAL (
    VALUES ('day', day.sale_day),
           ('week', date_trunc('week', day.sale_day::timestamp)::date),
           ('month', date_trunc('month', day.sale_day::timestamp)::date)
) period (grain, first_day)
GROUP BY production_id, grain, first_day;

COMMENT ON VIEW report.sale_period IS 'Sales and targets by day, week and month';
COMMENT ON COLUMN report.sale_period.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.sale_period.grain IS 'day, week or month: choose one';
COMMENT ON COLUMN report.sale_period.first_day IS 'First day of the period; of a week the Monday';
COMMENT ON COLUMN report.sale_period.revenue_krw IS 'Won sold; 0 also after the record date';
COMMENT ON COLUMN report.sale_period.target_krw IS 'Won aimed at';
