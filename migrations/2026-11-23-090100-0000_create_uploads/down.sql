DROP TABLE performance_sale;
DROP TABLE daily_sale;
DROP TABLE snapshot;
DROP FUNCTION refuse_to_change_a_snapshot;
DROP TABLE upload_file;
DROP TABLE upload;
