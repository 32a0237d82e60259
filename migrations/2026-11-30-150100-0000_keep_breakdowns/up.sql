-- Who bought and how, as a report on buyers says it: classes are counted, and no person is known.

CREATE TABLE breakdown (
    snapshot_id   BIGINT NOT NULL,
    production_id UUID NOT NULL,
    dimension     TEXT NOT NULL CHECK (dimension IN ('discount', 'age_gender', 'payment', 'card', 'channel', 'region',
                                                     'seoul', 'gyeonggi')),
    agency        TEXT NOT NULL DEFAULT '',
    agency_name   TEXT NOT NULL DEFAULT '',
    item          TEXT NOT NULL,
    part          TEXT NOT NULL DEFAULT '' CHECK (part IN ('', 'male', 'female', 'unknown')),
    position      INTEGER NOT NULL CHECK (position > 0),
    seats         BIGINT NOT NULL,
    revenue_krw   BIGINT,
    PRIMARY KEY (snapshot_id, dimension, agency, item, part),
    CONSTRAINT breakdown_of_snapshot FOREIGN KEY (production_id, snapshot_id)
        REFERENCES snapshot (production_id, id) ON DELETE CASCADE,
    CHECK ((agency = '') = (agency_name = '')),
    CHECK ((part = '') = (dimension <> 'age_gender'))
);

COMMENT ON TABLE breakdown IS 'What one class of buyers bought up to the record date';
COMMENT ON COLUMN breakdown.snapshot_id IS 'The snapshot';
COMMENT ON COLUMN breakdown.production_id IS 'Whose buyers, as its snapshot says';
COMMENT ON COLUMN breakdown.dimension IS 'What buyers are told apart by';
COMMENT ON COLUMN breakdown.agency IS 'Code of the agency (예매처) that sold; empty where the dimension does not tell agencies';
COMMENT ON COLUMN breakdown.agency_name IS 'Its name';
COMMENT ON COLUMN breakdown.item IS 'What the class is called, as written';
COMMENT ON COLUMN breakdown.part IS 'Of age_gender: male, female or unknown; else empty';
COMMENT ON COLUMN breakdown.position IS 'Its place among the classes of its dimension, from 1';
COMMENT ON COLUMN breakdown.seats IS 'Seats; negative when refunds outweigh sales';
COMMENT ON COLUMN breakdown.revenue_krw IS 'Won; NULL where the report has none';

CREATE TRIGGER breakdown_is_immutable BEFORE UPDATE ON breakdown
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
