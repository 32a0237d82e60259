ALTER TABLE upload DROP COLUMN layout, DROP COLUMN recognised;
DROP TABLE layout;
