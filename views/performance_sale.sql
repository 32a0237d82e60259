-- Performances of the current snapshots.
CREATE VIEW report.performance_sale AS
SELECT p.production_id, p.production_code, p.production_name, p.category, p.record_date, s.starts_at,
       s.performance_day, date_trunc('week', s.performance_day::timestamp)::date AS week_start,
       s.performance_day <= p.record_date AS played, s.cast_names, s.paid_seats, s.complimentary_seats,
       s.paid_seats_by_grade, s.complimentary_seats_by_grade, s.revenue_krw, s.deposit_share, s.paid_share,
       s.complimentary_share, s.paid_share + s.complimentary_share AS occupancy
FROM report.production p
JOIN public.performance_sale s ON s.snapshot_id = p.snapshot_id;

COMMENT ON VIEW report.performance_sale IS 'Performances (회차) and what is sold of them, as of each production''s record date';
COMMENT ON COLUMN report.performance_sale.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.performance_sale.production_code IS 'Code of the production';
COMMENT ON COLUMN report.performance_sale.production_name IS 'Name of the production';
COMMENT ON COLUMN report.performance_sale.category IS 'concert, musical or play';
COMMENT ON COLUMN report.performance_sale.record_date IS 'Record date of the current snapshot';
COMMENT ON COLUMN report.performance_sale.starts_at IS 'Date and time of the showing';
COMMENT ON COLUMN report.performance_sale.performance_day IS 'Its day in Seoul';
COMMENT ON COLUMN report.performance_sale.week_start IS 'Monday of its week';
COMMENT ON COLUMN report.performance_sale.played IS 'Whether its day is not after the record date';
COMMENT ON COLUMN report.performance_sale.cast_names IS 'Who plays; empty for concerts';
COMMENT ON COLUMN report.performance_sale.paid_seats IS 'Seats sold (유료)';
COMMENT ON COLUMN report.performance_sale.complimentary_seats IS 'Seats given away (초대)';
COMMENT ON COLUMN report.performance_sale.paid_seats_by_grade IS 'Seats sold per grade';
COMMENT ON COLUMN report.performance_sale.complimentary_seats_by_grade IS 'Seats given away per grade';
COMMENT ON COLUMN report.performance_sale.revenue_krw IS 'Won; NULL for concerts';
COMMENT ON COLUMN report.performance_sale.deposit_share IS 'Share of the house that is paid for and deposited (입금 점유율)';
COMMENT ON COLUMN report.performance_sale.paid_share IS 'Share of the house that is sold (유료 점유율)';
COMMENT ON COLUMN report.performance_sale.complimentary_share IS 'Share of the house that is given away (무료 점유율)';
COMMENT ON COLUMN report.performance_sale.occupancy IS 'Paid + complimentary share (점유율)';
