-- A first record that comes more than a week after the sale start tells how much was sold by its day, and not by those before:
-- curves have its level there. One whose first nine days are level began so late.

ALTER TABLE production_card ADD known_days_to_go INTEGER CHECK (known_days_to_go <= first_days_to_go);
COMMENT ON COLUMN production_card.known_days_to_go IS 'Days to the last performance on the first day of which the share is known; NULL: on the first sale day';

ALTER TABLE production_card DISABLE TRIGGER production_card_is_immutable;
UPDATE production_card
SET known_days_to_go = first_days_to_go + 2 - coalesce(
    (SELECT min(day) FROM unnest(sold_shares) WITH ORDINALITY AS sold (share, day) WHERE share <> sold_shares[1]),
    cardinality(sold_shares) + 1)
WHERE sold_shares[1] > 0 AND cardinality(sold_shares) >= 9 AND sold_shares[1] = ALL (sold_shares[2:9]);
ALTER TABLE production_card ENABLE TRIGGER production_card_is_immutable;
