DROP TABLE calendar_note;
