-- Notes of each calendar week that a sale period touches. A week's number and its days within the sale period follow from
-- that period.
CREATE VIEW report.marketing_week AS
SELECT p.id AS production_id, p.code AS production_code, p.name AS production_name, p.category,
       w.monday AS week_start, w.sales_marketing, w.promotion, w.other
FROM public.production p
JOIN public.marketing_week w ON w.production_id = p.id;

COMMENT ON VIEW report.marketing_week IS 'Marketing notes (주간 마케팅) of each calendar week that a sale period touches; their sales are those of sale_period';
COMMENT ON COLUMN report.marketing_week.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.marketing_week.production_code IS 'Code of the production';
COMMENT ON COLUMN report.marketing_week.production_name IS 'Name of the production';
COMMENT ON COLUMN report.marketing_week.category IS 'concert, musical or play';
COMMENT ON COLUMN report.marketing_week.week_start IS 'Monday of the calendar week, also where the sale begins later in it';
COMMENT ON COLUMN report.marketing_week.sales_marketing IS 'Discounts, packages, ticket openings';
COMMENT ON COLUMN report.marketing_week.promotion IS 'Advertising and press';
COMMENT ON COLUMN report.marketing_week.other IS 'Anything else';
