DELETE FROM schedule_run WHERE kind IN ('backup', 'backup-verification', 'check');
DELETE FROM schedule WHERE kind IN ('backup', 'backup-verification', 'check');
DROP INDEX schedule_run_failed;
DROP TABLE upkeep;
