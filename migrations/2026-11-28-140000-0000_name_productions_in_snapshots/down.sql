DROP TRIGGER snapshot_is_immutable ON snapshot;
DROP TRIGGER daily_sale_is_immutable ON daily_sale;
DROP TRIGGER performance_sale_is_immutable ON performance_sale;
DROP TRIGGER snapshot_names_production ON snapshot;
DROP TRIGGER daily_sale_names_production ON daily_sale;
DROP TRIGGER performance_sale_names_production ON performance_sale;
DROP FUNCTION name_production_of_upload;
DROP FUNCTION name_production_of_snapshot;
ALTER TABLE performance_sale DROP COLUMN production_id;
ALTER TABLE daily_sale DROP COLUMN production_id;
ALTER TABLE snapshot DROP COLUMN production_id;
ALTER TABLE upload DROP CONSTRAINT upload_within_production;
CREATE TRIGGER snapshot_is_immutable BEFORE UPDATE ON snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER daily_sale_is_immutable BEFORE UPDATE ON daily_sale
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER performance_sale_is_immutable BEFORE UPDATE ON performance_sale
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
