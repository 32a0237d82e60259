-- Performances summed by day.
CREATE VIEW report.performance_day AS
SELECT production_id, performance_day, count(*) AS performances, sum(occupancy) AS occupancy_sum
FROM report.performance_sale
GROUP BY production_id, performance_day;

COMMENT ON VIEW report.performance_day IS 'Performances summed by day; a mean is a sum divided by performances';
COMMENT ON COLUMN report.performance_day.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.performance_day.performance_day IS 'Day in Seoul';
COMMENT ON COLUMN report.performance_day.performances IS 'Number of performances';
COMMENT ON COLUMN report.performance_day.occupancy_sum IS 'Occupancies, added up; NULL for concerts';
