-- Performances played by the record date, and those to come.
CREATE VIEW report.run_progress AS
SELECT production_id, count(*) FILTER (WHERE played) AS played_performances,
       coalesce(sum(revenue_krw) FILTER (WHERE played), 0)::bigint AS played_revenue_krw,
       CASE WHEN count(deposit_share) FILTER (WHERE played) = count(paid_share) FILTER (WHERE played)
            THEN coalesce(sum(deposit_share) FILTER (WHERE played), 0) END AS played_deposit_share_sum,
       coalesce(sum(paid_share) FILTER (WHERE played), 0) AS played_paid_share_sum,
       count(*) FILTER (WHERE NOT played) AS to_come_performances,
       coalesce(sum(revenue_krw) FILTER (WHERE NOT played), 0)::bigint AS to_come_revenue_krw,
       CASE WHEN count(deposit_share) FILTER (WHERE NOT played) = count(paid_share) FILTER (WHERE NOT played)
            THEN coalesce(sum(deposit_share) FILTER (WHERE NOT played), 0) END AS to_come_deposit_share_sum,
       coalesce(sum(paid_share) FILTER (WHERE NOT played), 0) AS to_come_paid_share_sum
FROM report.performance_sale
GROUP BY production_id;

COMMENT ON VIEW report.run_progress IS 'Performances played by the record date, and those to come, with their sums so far';
COMMENT ON COLUMN report.run_progress.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.run_progress.played_performances IS 'Performances up to the record date';
COMMENT ON COLUMN report.run_progress.played_revenue_krw IS 'Their revenue in won; 0 for concerts, whose workbooks do not say';
COMMENT ON COLUMN report.run_progress.played_deposit_share_sum IS 'Their deposit shares, added up; NULL where one is not known, 0 for concerts';
COMMENT ON COLUMN report.run_progress.played_paid_share_sum IS 'Their paid shares, added up; 0 for concerts';
COMMENT ON COLUMN report.run_progress.to_come_performances IS 'Performances after the record date';
COMMENT ON COLUMN report.run_progress.to_come_revenue_krw IS 'Their revenue so far in won; 0 for concerts';
COMMENT ON COLUMN report.run_progress.to_come_deposit_share_sum IS 'Their deposit shares so far, added up; NULL where one is not known, 0 for concerts';
COMMENT ON COLUMN report.run_progress.to_come_paid_share_sum IS 'Their paid shares so far, added up; 0 for concerts';
