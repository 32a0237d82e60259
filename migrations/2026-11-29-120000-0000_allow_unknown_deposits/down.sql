-- Rows without a share that nobody knows stay as they are: snapshots never change.
ALTER TABLE performance_sale DROP CONSTRAINT performance_sale_knows_all_but_deposits;
ALTER TABLE performance_sale ADD CONSTRAINT performance_sale_check
    CHECK (num_nulls(revenue_krw, deposit_share, paid_share, complimentary_share) IN (0, 4)) NOT VALID;
COMMENT ON COLUMN performance_sale.deposit_share IS 'Share of the house that is paid for and deposited (입금 점유율); NULL for concerts';
