-- Encrypted backups name originals by a keyed hash, so that whoever has only the backup cannot tell whether a certain file is
-- in it. The key is in the database and thus, encrypted, in each backup.

CREATE TABLE backup_secret (
    only_row BOOLEAN PRIMARY KEY DEFAULT true CHECK (only_row),
    secret   BYTEA NOT NULL CHECK (octet_length(secret) = 32)
);

COMMENT ON TABLE backup_secret IS 'The key by which encrypted backups name originals; one row';
COMMENT ON COLUMN backup_secret.only_row IS 'There is one row';
COMMENT ON COLUMN backup_secret.secret IS 'Random bytes';

INSERT INTO backup_secret (secret)
VALUES (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
