-- The texts stay as they look.
DROP INDEX production_code_unique;
ALTER TABLE production ADD CONSTRAINT production_code_unique UNIQUE (code);
