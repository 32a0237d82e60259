DELETE FROM delivery WHERE kind IN ('daily-digest', 'weekly-digest');
DELETE FROM schedule_run WHERE kind IN ('daily-digest', 'weekly-digest');
DELETE FROM schedule WHERE kind IN ('daily-digest', 'weekly-digest');
DROP TABLE digest;
