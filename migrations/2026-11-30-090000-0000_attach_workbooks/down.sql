DROP TABLE delivery_attachment;
ALTER TABLE schedule DROP COLUMN attaches_xlsx;
