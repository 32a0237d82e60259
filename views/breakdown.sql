-- Who bought and how, as the current reports on buyers say it.
CREATE VIEW report.breakdown AS
SELECT c.production_id, c.production_code, c.production_name, c.category, c.record_date, b.dimension, b.agency,
       b.agency_name, b.item, b.part, b.position, b.seats, b.revenue_krw
FROM report.buyers_current c
JOIN public.breakdown b ON b.snapshot_id = c.snapshot_id;

COMMENT ON VIEW report.breakdown IS 'What each class of buyers bought up to the record date of the report on buyers';
COMMENT ON COLUMN report.breakdown.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.breakdown.production_code IS 'Code of the production';
COMMENT ON COLUMN report.breakdown.production_name IS 'Name of the production';
COMMENT ON COLUMN report.breakdown.category IS 'concert, musical or play';
COMMENT ON COLUMN report.breakdown.record_date IS 'Record date of the report on buyers';
COMMENT ON COLUMN report.breakdown.dimension IS 'discount, age_gender, payment, card, channel, region, seoul or gyeonggi';
COMMENT ON COLUMN report.breakdown.agency IS 'Code of the agency (예매처) that sold; empty where the dimension does not tell agencies';
COMMENT ON COLUMN report.breakdown.agency_name IS 'Its name';
COMMENT ON COLUMN report.breakdown.item IS 'What the class is called, as written';
COMMENT ON COLUMN report.breakdown.part IS 'Of age_gender: male, female or unknown; else empty';
COMMENT ON COLUMN report.breakdown.position IS 'Its place among the classes of its dimension, from 1';
COMMENT ON COLUMN report.breakdown.seats IS 'Seats';
COMMENT ON COLUMN report.breakdown.revenue_krw IS 'Won; NULL where the report has none';
