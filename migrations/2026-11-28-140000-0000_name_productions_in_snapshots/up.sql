-- Rows of snapshots name their production: what belongs to one is found without a way over two other tables, and a cluster
-- can spread the tables by it.
--
-- This half is quick, however many rows there are: columns that may be empty, and rules for rows to come. The rows that
-- are there are filled in batches beside the servers that run (`backfill` in the adapter); the second half,
-- require_productions_in_snapshots, follows when all of them are.
--
-- Servers of the release before insert without the column. A trigger names the production for them; it goes a release
-- later, like everything that they need (docs/decisions/0017).

ALTER TABLE upload ADD CONSTRAINT upload_within_production UNIQUE (production_id, id);

ALTER TABLE snapshot
    ADD COLUMN production_id UUID,
    ADD CONSTRAINT snapshot_names_production CHECK (production_id IS NOT NULL) NOT VALID,
    ADD CONSTRAINT snapshot_within_production UNIQUE (production_id, id),
    ADD CONSTRAINT snapshot_of_upload FOREIGN KEY (production_id, upload_id)
        REFERENCES upload (production_id, id) ON DELETE CASCADE NOT VALID;
ALTER TABLE daily_sale
    ADD COLUMN production_id UUID,
    ADD CONSTRAINT daily_sale_names_production CHECK (production_id IS NOT NULL) NOT VALID,
    ADD CONSTRAINT daily_sale_of_snapshot FOREIGN KEY (production_id, snapshot_id)
        REFERENCES snapshot (production_id, id) ON DELETE CASCADE NOT VALID;
ALTER TABLE performance_sale
    ADD COLUMN production_id UUID,
    ADD CONSTRAINT performance_sale_names_production CHECK (production_id IS NOT NULL) NOT VALID,
    ADD CONSTRAINT performance_sale_of_snapshot FOREIGN KEY (production_id, snapshot_id)
        REFERENCES snapshot (production_id, id) ON DELETE CASCADE NOT VALID;

COMMENT ON COLUMN snapshot.production_id IS 'Whose sales it describes, as its upload says';
COMMENT ON COLUMN daily_sale.production_id IS 'Whose sales, as its snapshot says';
COMMENT ON COLUMN performance_sale.production_id IS 'Whose performance, as its snapshot says';

CREATE FUNCTION name_production_of_upload() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    NEW.production_id := (SELECT production_id FROM upload WHERE id = NEW.upload_id);
    RETURN NEW;
END
$$;
CREATE FUNCTION name_production_of_snapshot() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    NEW.production_id := (SELECT production_id FROM snapshot WHERE id = NEW.snapshot_id);
    RETURN NEW;
END
$$;

CREATE TRIGGER snapshot_names_production BEFORE INSERT ON snapshot
    FOR EACH ROW WHEN (NEW.production_id IS NULL) EXECUTE FUNCTION name_production_of_upload();
CREATE TRIGGER daily_sale_names_production BEFORE INSERT ON daily_sale
    FOR EACH ROW WHEN (NEW.production_id IS NULL) EXECUTE FUNCTION name_production_of_snapshot();
CREATE TRIGGER performance_sale_names_production BEFORE INSERT ON performance_sale
    FOR EACH ROW WHEN (NEW.production_id IS NULL) EXECUTE FUNCTION name_production_of_snapshot();

-- Until all are filled: only rows without a production may be changed.
DROP TRIGGER snapshot_is_immutable ON snapshot;
DROP TRIGGER daily_sale_is_immutable ON daily_sale;
DROP TRIGGER performance_sale_is_immutable ON performance_sale;
CREATE TRIGGER snapshot_is_immutable BEFORE UPDATE ON snapshot
    FOR EACH ROW WHEN (OLD.production_id IS NOT NULL) EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER daily_sale_is_immutable BEFORE UPDATE ON daily_sale
    FOR EACH ROW WHEN (OLD.production_id IS NOT NULL) EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER performance_sale_is_immutable BEFORE UPDATE ON performance_sale
    FOR EACH ROW WHEN (OLD.production_id IS NOT NULL) EXECUTE FUNCTION refuse_to_change_a_snapshot();
