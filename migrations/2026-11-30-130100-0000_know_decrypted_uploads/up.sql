-- A workbook that came under a password is kept as it is without one: whoever reads it later knows no password.
ALTER TABLE upload ADD decrypted BOOLEAN NOT NULL DEFAULT FALSE;
COMMENT ON COLUMN upload.decrypted IS 'Whether it came under a password; what is kept is the workbook that was locked';
