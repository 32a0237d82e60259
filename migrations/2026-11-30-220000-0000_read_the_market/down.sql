DELETE FROM schedule_run WHERE kind = 'kopis';
DELETE FROM schedule WHERE kind = 'kopis';
DROP TABLE kopis_match;
DROP TABLE kopis_state;
DROP TABLE kopis_day;
DROP TABLE kopis_show;
DROP TABLE kopis_rank;
DROP TABLE kopis_genre_day;
