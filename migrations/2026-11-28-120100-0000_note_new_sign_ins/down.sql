DROP TABLE new_sign_in;
DROP TABLE known_place;
