-- What was done when to sell a production.
CREATE VIEW report.campaign AS
SELECT p.production_id, p.production_code, p.production_name, p.category, c.id AS campaign_id, c.from_day, c.to_day, c.kind,
       c.text, c.agency, c.rate, c.grades
FROM report.production p
JOIN public.campaign c ON c.production_id = p.production_id;

COMMENT ON VIEW report.campaign IS 'What was done when to sell a production: campaigns and memos';
COMMENT ON COLUMN report.campaign.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.campaign.production_code IS 'Code of the production';
COMMENT ON COLUMN report.campaign.production_name IS 'Name of the production';
COMMENT ON COLUMN report.campaign.category IS 'concert, musical or play';
COMMENT ON COLUMN report.campaign.campaign_id IS 'Identity of the campaign';
COMMENT ON COLUMN report.campaign.from_day IS 'First day';
COMMENT ON COLUMN report.campaign.to_day IS 'Last day';
COMMENT ON COLUMN report.campaign.kind IS 'memo, discount, promotion, press, invitation or other';
COMMENT ON COLUMN report.campaign.text IS 'What was done';
COMMENT ON COLUMN report.campaign.agency IS 'By which ticket agency; NULL for all';
COMMENT ON COLUMN report.campaign.rate IS 'Share of the price that is taken off; 0.2 is 20 %';
COMMENT ON COLUMN report.campaign.grades IS 'Of which seat grades; empty for all';
