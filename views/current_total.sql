-- What each current snapshot says altogether: by sale days where its workbook has them, else by performances.
CREATE VIEW report.current_total AS
SELECT p.production_id, p.record_date, s.has_sale_days, shows.performances,
       CASE WHEN s.has_sale_days THEN days.seats ELSE shows.paid_seats END AS seats,
       CASE WHEN s.has_sale_days THEN days.revenue_krw ELSE shows.revenue_krw END AS booked_krw,
       shows.deposited_krw
FROM report.production p
JOIN public.snapshot s ON s.id = p.snapshot_id
CROSS JOIN LATERAL (
    SELECT coalesce(sum(d.seats), 0)::bigint AS seats, coalesce(sum(d.revenue_krw), 0)::bigint AS revenue_krw
    FROM public.daily_sale d
    WHERE d.snapshot_id = s.id
) days
CROSS JOIN LATERAL (
    SELECT count(*) AS performances, coalesce(sum(o.paid_seats), 0)::bigint AS paid_seats,
           coalesce(sum(o.revenue_krw), 0)::bigint AS revenue_krw,
           CASE WHEN count(o.deposited_krw) = count(*) THEN sum(o.deposited_krw)::bigint END AS deposited_krw
    FROM public.performance_sale o
    WHERE o.snapshot_id = s.id
) shows;

COMMENT ON VIEW report.current_total IS 'What each current snapshot says altogether';
COMMENT ON COLUMN report.current_total.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.current_total.record_date IS 'Record date of the current snapshot';
COMMENT ON COLUMN report.current_total.has_sale_days IS 'Whether its workbook tells sale days';
COMMENT ON COLUMN report.current_total.performances IS 'Number of performances';
COMMENT ON COLUMN report.current_total.seats IS 'Paid seats';
COMMENT ON COLUMN report.current_total.booked_krw IS 'Won booked, paid or not (예매)';
COMMENT ON COLUMN report.current_total.deposited_krw IS 'Won deposited (입금); NULL where one performance does not know, and without performances';
