DROP TABLE note_revision;
ALTER TABLE production
    DROP COLUMN slack_webhook_url,
    DROP COLUMN details_revision,
    DROP COLUMN targets_revision,
    DROP COLUMN weeks_revision;
