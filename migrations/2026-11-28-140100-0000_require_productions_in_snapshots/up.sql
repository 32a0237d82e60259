-- Every row of a snapshot names its production. `backfill` has filled and checked the rows before this runs, so that this is
-- quick: what is valid already is not looked at again.

ALTER TABLE snapshot VALIDATE CONSTRAINT snapshot_names_production;
ALTER TABLE snapshot VALIDATE CONSTRAINT snapshot_of_upload;
ALTER TABLE daily_sale VALIDATE CONSTRAINT daily_sale_names_production;
ALTER TABLE daily_sale VALIDATE CONSTRAINT daily_sale_of_snapshot;
ALTER TABLE performance_sale VALIDATE CONSTRAINT performance_sale_names_production;
ALTER TABLE performance_sale VALIDATE CONSTRAINT performance_sale_of_snapshot;

ALTER TABLE snapshot ALTER COLUMN production_id SET NOT NULL;
ALTER TABLE daily_sale ALTER COLUMN production_id SET NOT NULL;
ALTER TABLE performance_sale ALTER COLUMN production_id SET NOT NULL;

-- One check of each row as before: that of both columns is also that of one.
ALTER TABLE snapshot DROP CONSTRAINT snapshot_names_production, DROP CONSTRAINT snapshot_upload_id_fkey;
ALTER TABLE daily_sale DROP CONSTRAINT daily_sale_names_production, DROP CONSTRAINT daily_sale_snapshot_id_fkey;
ALTER TABLE performance_sale
    DROP CONSTRAINT performance_sale_names_production, DROP CONSTRAINT performance_sale_snapshot_id_fkey;

DROP TRIGGER snapshot_is_immutable ON snapshot;
DROP TRIGGER daily_sale_is_immutable ON daily_sale;
DROP TRIGGER performance_sale_is_immutable ON performance_sale;
CREATE TRIGGER snapshot_is_immutable BEFORE UPDATE ON snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER daily_sale_is_immutable BEFORE UPDATE ON daily_sale
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER performance_sale_is_immutable BEFORE UPDATE ON performance_sale
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
