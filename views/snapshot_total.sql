-- The totals of each live upload, from the sums that it keeps: no row of an old snapshot is read.
CREATE VIEW report.snapshot_total AS
SELECT p.id AS production_id, p.code AS production_code, p.name AS production_name, p.category, u.record_date,
       CASE WHEN said.has_sale_days THEN 'sale_days' ELSE 'performances' END AS source,
       CASE WHEN said.has_sale_days THEN (u.facts #>> '{daily,seats}')::bigint
            ELSE (u.facts #>> '{performances,paid_seats}')::bigint END AS seats,
       CASE WHEN said.has_sale_days THEN (u.facts #>> '{daily,revenue_krw}')::bigint
            ELSE coalesce((u.facts #>> '{performances,revenue_krw}')::bigint, 0) END AS revenue_krw,
       (u.facts #>> '{performances,deposits,deposited_krw}')::bigint AS deposited_krw
FROM public.production p
JOIN public.upload u ON u.production_id = p.id AND u.kind = 'sales' AND u.status = 'completed'
CROSS JOIN LATERAL (SELECT coalesce(jsonb_typeof(u.facts -> 'daily') = 'object', FALSE) AS has_sale_days) said;

COMMENT ON VIEW report.snapshot_total IS 'The totals that each live upload told, by record date';
COMMENT ON COLUMN report.snapshot_total.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.snapshot_total.production_code IS 'Code of the production';
COMMENT ON COLUMN report.snapshot_total.production_name IS 'Name of the production';
COMMENT ON COLUMN report.snapshot_total.category IS 'concert, musical or play';
COMMENT ON COLUMN report.snapshot_total.record_date IS 'Record date (기준일)';
COMMENT ON COLUMN report.snapshot_total.source IS 'What was added up: sale_days, or performances where the workbook has no sale days';
COMMENT ON COLUMN report.snapshot_total.seats IS 'Paid seats';
COMMENT ON COLUMN report.snapshot_total.revenue_krw IS 'Won';
COMMENT ON COLUMN report.snapshot_total.deposited_krw IS 'Won that is paid for (입금), of all performances; NULL unless each tells it';
