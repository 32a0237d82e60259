DROP TABLE repeat;
ALTER TABLE upload DROP CONSTRAINT upload_uploaded_by_fkey;
DROP INDEX audit_entry_of_action;
DROP INDEX audit_entry_of_user;
ALTER TABLE audit_entry DROP COLUMN user_id, DROP COLUMN user_name, DROP COLUMN address, DROP COLUMN before;
