-- Two versions beside the data version: of the figures that reports read, and of access (accounts, sessions, keys, grants,
-- second factors). What is remembered of reports and of tokens ends with a change of its own kind only.
--
-- They are counted by the changes that are left out. Servers of the release before raise `version` alone, so each of their
-- changes counts as one of both kinds, and nothing has to be told apart for them.

ALTER TABLE data_version
    ADD COLUMN without_figures BIGINT NOT NULL DEFAULT 0 CHECK (without_figures >= 0),
    ADD COLUMN without_access  BIGINT NOT NULL DEFAULT 0 CHECK (without_access >= 0);
ALTER TABLE data_version
    ADD COLUMN figures_version BIGINT NOT NULL GENERATED ALWAYS AS (version - without_figures) STORED,
    ADD COLUMN access_version  BIGINT NOT NULL GENERATED ALWAYS AS (version - without_access) STORED;

COMMENT ON COLUMN data_version.without_figures IS 'How many of the changes no figure of a report follows from';
COMMENT ON COLUMN data_version.without_access IS 'How many of the changes concern no account, session, key or grant';
COMMENT ON COLUMN data_version.figures_version IS 'The number of changes that figures of reports may follow from';
COMMENT ON COLUMN data_version.access_version IS 'The number of changes that what somebody may do may follow from';
