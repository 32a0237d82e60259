-- Of two texts of the views a server can tell by the digest that they differ, and not which is the newer one.

ALTER TABLE applied_views ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;

COMMENT ON COLUMN applied_views.edition IS 'Counts the texts of the views: servers of an older release leave newer views alone';
