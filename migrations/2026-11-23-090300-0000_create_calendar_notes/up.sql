-- Holidays, exams, weather: what happens on a day matters to every production, so it is noted once and not per production.

CREATE TABLE calendar_note (
    day  DATE PRIMARY KEY,
    note TEXT NOT NULL CHECK (note <> '')
);

COMMENT ON TABLE calendar_note IS 'The company''s notes by day (일별 기타)';
COMMENT ON COLUMN calendar_note.day IS 'The day';
COMMENT ON COLUMN calendar_note.note IS 'The note; a day without one has no row';
