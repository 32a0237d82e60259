ALTER TABLE upload DROP COLUMN decrypted;
