DROP TABLE monthly_note;
DROP TABLE marketing_week;
DROP TABLE daily_target;
DROP TABLE production;
