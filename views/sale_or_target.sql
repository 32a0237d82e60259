-- One row for each daily sale of a current snapshot, and one for each daily target.
CREATE VIEW report.sale_or_target AS
SELECT p.production_id, d.sale_day, 1 AS sale_days, d.seats, d.complimentary_seats, d.revenue_krw,
       0::bigint AS target_krw, 0::bigint AS due_target_krw
FROM report.production p
JOIN public.daily_sale d ON d.snapshot_id = p.snapshot_id
UNION ALL
SELECT t.production_id, t.sale_day, 0, 0::bigint, 0::bigint, 0::bigint, t.target_krw,
       CASE WHEN t.sale_day <= p.record_date THEN t.target_krw ELSE 0 END
FROM report.production p
JOIN public.daily_target t ON t.production_id = p.production_id;

COMMENT ON VIEW report.sale_or_target IS 'Daily sales and daily targets one below the other: to be summed by period';
COMMENT ON COLUMN report.sale_or_target.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.sale_or_target.sale_day IS 'Sale day';
COMMENT ON COLUMN report.sale_or_target.sale_days IS '1 for a daily sale, also one of 0; 0 in the row of a target';
COMMENT ON COLUMN report.sale_or_target.seats IS 'Paid seats; 0 in the row of a target';
COMMENT ON COLUMN report.sale_or_target.complimentary_seats IS 'Complimentary seats; 0 in the row of a target';
COMMENT ON COLUMN report.sale_or_target.revenue_krw IS 'Won sold; 0 in the row of a target';
COMMENT ON COLUMN report.sale_or_target.target_krw IS 'Won aimed at; 0 in the row of a sale';
COMMENT ON COLUMN report.sale_or_target.due_target_krw IS 'Won aimed at up to the record date; 0 after it, without a snapshot, and in the row of a sale';
