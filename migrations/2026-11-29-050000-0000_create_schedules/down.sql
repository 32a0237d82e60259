DROP TABLE delivery;
DROP TABLE schedule_run;
DROP TABLE schedule_destination;
DROP TABLE schedule_production;
DROP TABLE schedule;
DROP TABLE destination_production;
DROP TABLE destination;
