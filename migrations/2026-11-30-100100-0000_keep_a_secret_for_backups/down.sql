DROP TABLE backup_secret;
