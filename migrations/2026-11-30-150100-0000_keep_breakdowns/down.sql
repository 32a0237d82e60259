DROP TABLE breakdown;
