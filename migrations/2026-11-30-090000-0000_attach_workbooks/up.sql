-- Mails of a schedule may come with the reports that they are made of, as workbooks. What is attached is kept as it is sent:
-- an attempt that is repeated sends the figures of its text. A file is gone 30 days after it was sent.

ALTER TABLE schedule ADD COLUMN attaches_xlsx BOOLEAN NOT NULL DEFAULT false;

COMMENT ON COLUMN schedule.attaches_xlsx IS 'Whether its mails come with the reports that they are made of, as workbooks';

CREATE TABLE delivery_attachment (
    delivery_id UUID NOT NULL REFERENCES delivery ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    file_name   TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    content     BYTEA NOT NULL,
    PRIMARY KEY (delivery_id, position)
);
-- A workbook is compressed already.
ALTER TABLE delivery_attachment ALTER COLUMN content SET STORAGE EXTERNAL;

COMMENT ON TABLE delivery_attachment IS 'Files that come with a mail, until 30 days after it was sent';
COMMENT ON COLUMN delivery_attachment.delivery_id IS 'The mail';
COMMENT ON COLUMN delivery_attachment.position IS 'Which of its files, from 0';
COMMENT ON COLUMN delivery_attachment.file_name IS 'As the receiver sees it';
COMMENT ON COLUMN delivery_attachment.media_type IS 'What it is: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
COMMENT ON COLUMN delivery_attachment.content IS 'What is in it';
