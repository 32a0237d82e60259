-- Originals are held against the database part by part, by the first byte of their hashes.

CREATE INDEX upload_file_by_hash ON upload_file (sha256);
