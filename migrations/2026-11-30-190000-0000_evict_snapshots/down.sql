DELETE FROM schedule_run WHERE kind = 'snapshot-retention';
DELETE FROM schedule WHERE kind = 'snapshot-retention';
ALTER TABLE upload DROP evicted_at;
