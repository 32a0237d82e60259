-- Performances summed by cast and calendar week. A cast is the same people in the same order.
CREATE VIEW report.cast_week AS
SELECT production_id, week_start, cast_names, count(*) AS performances, sum(revenue_krw)::bigint AS revenue_krw
FROM report.performance_sale
WHERE category <> 'concert'
GROUP BY production_id, week_start, cast_names;

COMMENT ON VIEW report.cast_week IS 'Performances of plays and musicals summed by cast and calendar week';
COMMENT ON COLUMN report.cast_week.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.cast_week.week_start IS 'Monday of the week';
COMMENT ON COLUMN report.cast_week.cast_names IS 'Who plays; the same people in another order are another cast';
COMMENT ON COLUMN report.cast_week.performances IS 'Number of performances';
COMMENT ON COLUMN report.cast_week.revenue_krw IS 'Won';
