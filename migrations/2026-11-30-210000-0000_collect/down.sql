-- The release before knows no such alert; what alerts were told for goes with them.
DELETE FROM alert_mute WHERE kind = 'arrival_held';
DELETE FROM alert WHERE kind = 'arrival_held';
ALTER TABLE upload DROP COLUMN source_id, DROP COLUMN source_name;
DROP TABLE source_alert;
DROP TABLE recipe_version;
DROP TABLE recipe;
DROP TABLE collection_secret_use;
DROP TABLE collection_block;
DROP TABLE arrival;
DROP TABLE collection_evidence;
DROP TABLE collection_run;
DROP TABLE source;
