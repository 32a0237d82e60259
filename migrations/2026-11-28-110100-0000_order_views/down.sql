ALTER TABLE applied_views DROP COLUMN edition;
