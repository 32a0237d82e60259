-- The company's notes by month.
CREATE VIEW report.monthly_note AS
SELECT month AS month_start, note
FROM public.monthly_note;

COMMENT ON VIEW report.monthly_note IS 'The company''s notes by month (월별 기타)';
COMMENT ON COLUMN report.monthly_note.month_start IS 'First day of the month';
COMMENT ON COLUMN report.monthly_note.note IS 'The note; a month without one has no row';
