-- Performances of the current snapshots.
CREATE VIEW report.performance_sale AS
SELECT p.production_id, p.production_code, p.production_name, p.category, p.record_date, s.starts_at,
       s.performance_day, date_trunc('week', s.performance_day::timestamp)::date AS week_start,
       s.performance_day <= p.record_date AS played, s.cast_names, s.paid_seats, s.complimentary_seats,
       s.paid_seats_by_grade, s.complimentary_seats_by_grade, s.revenue_krw, s.deposit_share, s.paid_share,
       s.complimentary_share, s.paid_share + s.complimentary_share AS occupancy, s.number, s.remark, s.cast_roles,
       s.deposited_seats, s.deposited_krw,
       CASE WHEN s.deposited_seats IS NOT NULL THEN greatest(s.paid_seats - s.deposited_seats, 0) END AS pending_seats,
       CASE WHEN s.revenue_krw IS NOT NULL AND s.deposited_krw IS NOT NULL
            THEN greatest(s.revenue_krw - s.deposited_krw, 0) END AS pending_krw
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
COMMENT ON COLUMN report.performance_sale.number IS 'Which performance of the run it is (회차); NULL where the workbook does not tell';
COMMENT ON COLUMN report.performance_sale.remark IS 'What somebody wrote beside it (비고)';
COMMENT ON COLUMN report.performance_sale.cast_roles IS 'What each of cast_names plays (배역), in their order; NULL where the workbook does not tell';
COMMENT ON COLUMN report.performance_sale.deposited_seats IS 'Sold seats that are paid for (입금); NULL where the workbook does not tell';
COMMENT ON COLUMN report.performance_sale.deposited_krw IS 'Won of seats that are paid for; NULL where the workbook does not tell';
COMMENT ON COLUMN report.performance_sale.pending_seats IS 'Sold seats that are not paid for yet (미입금); NULL where the workbook does not tell';
COMMENT ON COLUMN report.performance_sale.pending_krw IS 'Won of seats that are not paid for yet; NULL where the workbook does not tell';
