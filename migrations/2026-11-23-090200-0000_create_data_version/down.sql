DROP TABLE applied_views;
DROP TABLE audit_entry;
DROP TABLE data_version;
