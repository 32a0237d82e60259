-- Workbooks without markers may say nothing of payment: then a performance of a play has every figure but its deposit share.
ALTER TABLE performance_sale DROP CONSTRAINT performance_sale_check;
ALTER TABLE performance_sale ADD CONSTRAINT performance_sale_knows_all_but_deposits
    CHECK (num_nulls(revenue_krw, paid_share, complimentary_share) IN (0, 3) AND (deposit_share IS NULL OR revenue_krw IS NOT NULL));
COMMENT ON COLUMN performance_sale.deposit_share IS 'Share of the house that is paid for and deposited (입금 점유율); NULL for concerts, and where the workbook does not tell';
