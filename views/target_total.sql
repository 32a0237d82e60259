-- All targets of each production, those up to its record date, and that of it.
CREATE VIEW report.target_total AS
SELECT p.production_id, sum(t.target_krw)::bigint AS target_krw,
       coalesce(sum(t.target_krw) FILTER (WHERE t.sale_day <= p.record_date), 0)::bigint AS due_target_krw,
       coalesce(sum(t.target_krw) FILTER (WHERE t.sale_day = p.record_date), 0)::bigint AS record_date_target_krw
FROM report.production p
JOIN public.daily_target t ON t.production_id = p.production_id
GROUP BY p.production_id;

COMMENT ON VIEW report.target_total IS 'All targets of each production with a sale period';
COMMENT ON COLUMN report.target_total.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.target_total.target_krw IS 'Won over the whole sale period';
COMMENT ON COLUMN report.target_total.due_target_krw IS 'Won up to the record date; 0 without a snapshot';
COMMENT ON COLUMN report.target_total.record_date_target_krw IS 'Won of the record date';
