DROP TRIGGER snapshot_is_immutable ON snapshot;
DROP TRIGGER daily_sale_is_immutable ON daily_sale;
DROP TRIGGER performance_sale_is_immutable ON performance_sale;
CREATE TRIGGER snapshot_is_immutable BEFORE UPDATE ON snapshot
    FOR EACH ROW WHEN (OLD.production_id IS NOT NULL) EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER daily_sale_is_immutable BEFORE UPDATE ON daily_sale
    FOR EACH ROW WHEN (OLD.production_id IS NOT NULL) EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER performance_sale_is_immutable BEFORE UPDATE ON performance_sale
    FOR EACH ROW WHEN (OLD.production_id IS NOT NULL) EXECUTE FUNCTION refuse_to_change_a_snapshot();

ALTER TABLE snapshot
    ALTER COLUMN production_id DROP NOT NULL,
    ADD CONSTRAINT snapshot_names_production CHECK (production_id IS NOT NULL),
    ADD CONSTRAINT snapshot_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES upload ON DELETE CASCADE;
ALTER TABLE daily_sale
    ALTER COLUMN production_id DROP NOT NULL,
    ADD CONSTRAINT daily_sale_names_production CHECK (production_id IS NOT NULL),
    ADD CONSTRAINT daily_sale_snapshot_id_fkey FOREIGN KEY (snapshot_id) REFERENCES snapshot ON DELETE CASCADE;
ALTER TABLE performance_sale
    ALTER COLUMN production_id DROP NOT NULL,
    ADD CONSTRAINT performance_sale_names_production CHECK (production_id IS NOT NULL),
    ADD CONSTRAINT performance_sale_snapshot_id_fkey FOREIGN KEY (snapshot_id) REFERENCES snapshot ON DELETE CASCADE;
