DROP TABLE performance_forecast, forecast, production_card;
DROP FUNCTION refuse_to_change_a_forecast;
