DROP TABLE agency_performance;
DROP TABLE agency_day;
DROP TABLE agency_name;
ALTER TABLE performance_sale
    DROP COLUMN number,
    DROP COLUMN remark,
    DROP COLUMN cast_roles,
    DROP COLUMN deposited_seats,
    DROP COLUMN deposited_krw;
ALTER TABLE snapshot DROP COLUMN has_sale_days;
