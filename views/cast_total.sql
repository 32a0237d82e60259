-- Performances of the whole run summed by cast. A cast is the same people in the same order.
CREATE VIEW report.cast_total AS
SELECT production_id, cast_names, count(*) AS performances, sum(revenue_krw)::bigint AS revenue_krw
FROM report.performance_sale
WHERE category <> 'concert'
GROUP BY production_id, cast_names;

COMMENT ON VIEW report.cast_total IS 'Performances of plays and musicals summed by cast, over the whole run';
COMMENT ON COLUMN report.cast_total.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.cast_total.cast_names IS 'Who plays; the same people in another order are another cast';
COMMENT ON COLUMN report.cast_total.performances IS 'Number of performances';
COMMENT ON COLUMN report.cast_total.revenue_krw IS 'Won';
