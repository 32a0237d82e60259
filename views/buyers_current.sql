-- Productions with a report on buyers, and their current one: the live upload of buyers with the greatest record date.
CREATE VIEW report.buyers_current AS
SELECT p.id AS production_id, p.code AS production_code, p.name AS production_name, p.category,
       current.record_date, current.snapshot_id
FROM public.production p
CROSS JOIN LATERAL (
    SELECT u.record_date, s.id AS snapshot_id
    FROM public.upload u
    JOIN public.snapshot s ON s.upload_id = u.id
    WHERE u.production_id = p.id AND u.kind = 'buyers' AND u.status = 'completed' AND u.evicted_at IS NULL
    ORDER BY u.record_date DESC
    LIMIT 1
) current;

COMMENT ON VIEW report.buyers_current IS 'Productions with a report on buyers (판매 리포트), and its record date';
COMMENT ON COLUMN report.buyers_current.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.buyers_current.production_code IS 'Code of the production';
COMMENT ON COLUMN report.buyers_current.production_name IS 'Name of the production';
COMMENT ON COLUMN report.buyers_current.category IS 'concert, musical or play';
COMMENT ON COLUMN report.buyers_current.record_date IS 'Record date (기준일) of its current report on buyers';
COMMENT ON COLUMN report.buyers_current.snapshot_id IS 'The snapshot of that report';
