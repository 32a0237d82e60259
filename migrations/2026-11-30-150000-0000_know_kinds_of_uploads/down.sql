-- What came before knows sales only: reports on buyers would be taken for them.
DELETE FROM upload WHERE kind = 'buyers';

DROP INDEX upload_live;
DROP INDEX upload_of_record_date;
CREATE UNIQUE INDEX upload_live ON upload (production_id, record_date) WHERE status = 'completed';
CREATE INDEX upload_of_record_date ON upload (production_id, record_date, accepted_no);
ALTER TABLE upload DROP COLUMN kind;
