ALTER TABLE data_version
    DROP COLUMN figures_version,
    DROP COLUMN access_version;
ALTER TABLE data_version
    DROP COLUMN without_figures,
    DROP COLUMN without_access;
