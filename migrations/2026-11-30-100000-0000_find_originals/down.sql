DROP INDEX upload_file_by_hash;
