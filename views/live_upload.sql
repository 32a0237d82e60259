-- The live upload of sales of each production and record date: what the index upload_live holds. Its file name is looked up row by
-- row, so that the cost is that of the rows asked for and not of all files there are.
CREATE VIEW report.live_upload AS
SELECT p.id AS production_id, p.code AS production_code, p.name AS production_name, p.category,
       u.record_date,
       (SELECT f.file_name FROM public.upload_file f WHERE f.upload_id = u.id AND f.part = 1) AS file_name,
       u.uploaded_at
FROM public.production p
JOIN public.upload u ON u.production_id = p.id AND u.kind = 'sales' AND u.status = 'completed';

COMMENT ON VIEW report.live_upload IS 'The upload of sales that counts, for each production and record date that has one';
COMMENT ON COLUMN report.live_upload.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.live_upload.production_code IS 'Code of the production';
COMMENT ON COLUMN report.live_upload.production_name IS 'Name of the production';
COMMENT ON COLUMN report.live_upload.category IS 'concert, musical or play';
COMMENT ON COLUMN report.live_upload.record_date IS 'The day whose close it describes (기준일)';
COMMENT ON COLUMN report.live_upload.file_name IS 'Name of its file, of a CSV pair the first';
COMMENT ON COLUMN report.live_upload.uploaded_at IS 'When it was accepted';
