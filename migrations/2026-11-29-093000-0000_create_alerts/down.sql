DELETE FROM delivery WHERE kind = 'alert';
DELETE FROM schedule_run WHERE kind = 'alerts';
DELETE FROM schedule WHERE kind = 'alerts';
DROP TABLE alert_arrival, alert_mute, alert_cause, alert;
