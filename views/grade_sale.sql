-- Seats sold and given away per grade, over all performances.
CREATE VIEW report.grade_sale AS
SELECT production_id, grade, sum(paid_seats)::bigint AS paid_seats,
       sum(complimentary_seats)::bigint AS complimentary_seats
FROM (
    SELECT s.production_id, paid.key AS grade, paid.value::bigint AS paid_seats, 0 AS complimentary_seats
    FROM report.performance_sale s
    CROSS JOIN LATERAL jsonb_each_text(s.paid_seats_by_grade) paid
    UNION ALL
    SELECT s.production_id, given.key, 0, given.value::bigint
    FROM report.performance_sale s
    CROSS JOIN LATERAL jsonb_each_text(s.complimentary_seats_by_grade) given
) seats
GROUP BY production_id, grade;

COMMENT ON VIEW report.grade_sale IS 'Seats sold and given away per seat grade (좌석 등급), over all performances';
COMMENT ON COLUMN report.grade_sale.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.grade_sale.grade IS 'vip, r, s, a, b, bad_r, bad_s, bad_a, accessible, or another code';
COMMENT ON COLUMN report.grade_sale.paid_seats IS 'Seats sold';
COMMENT ON COLUMN report.grade_sale.complimentary_seats IS 'Seats given away';
