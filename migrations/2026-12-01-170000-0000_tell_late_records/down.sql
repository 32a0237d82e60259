ALTER TABLE production_card DROP known_days_to_go;
