-- Seat grades as staff entered them, a row each.
CREATE VIEW report.seat_grade AS
SELECT p.id AS production_id, of.position, of.entry ->> 'grade' AS grade, of.entry ->> 'label' AS label,
       (of.entry ->> 'priceKrw')::bigint AS price_krw, (of.entry ->> 'seats')::bigint AS seats
FROM public.production p
CROSS JOIN LATERAL jsonb_array_elements(p.seat_grades) WITH ORDINALITY AS of (entry, position);

COMMENT ON VIEW report.seat_grade IS 'Seat grades (좌석 등급) with their prices';
COMMENT ON COLUMN report.seat_grade.production_id IS 'Identity of the production';
COMMENT ON COLUMN report.seat_grade.position IS 'Place in the order in which they are shown, from 1';
COMMENT ON COLUMN report.seat_grade.grade IS 'vip, r, s, a, b, bad_r, bad_s, bad_a, accessible, or another code';
COMMENT ON COLUMN report.seat_grade.label IS 'What people call it, where that is another word';
COMMENT ON COLUMN report.seat_grade.price_krw IS 'Price of a seat without discount, in won';
COMMENT ON COLUMN report.seat_grade.seats IS 'Seats of one performance';
