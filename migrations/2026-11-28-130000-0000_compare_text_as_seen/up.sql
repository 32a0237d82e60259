-- Text is compared as people see it: what was kept before is brought into the form in which it is kept today (NFC,
-- without characters that show nothing), and codes of productions are unique whatever their case.
--
-- Where two texts that have to differ become one, nobody but a person knows which workbooks, targets and rights belong
-- together: then this stops, names them, and changes nothing. One of them has to be renamed first: with the version that
-- was running before, or by UPDATE.

CREATE FUNCTION pg_temp.as_seen(text TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
    SELECT btrim(normalize(translate(text,
        U&'\00A0\2007\202F\00AD\180E\200B\200E\200F\202A\202B\202C\202D\202E\2060\2061\2062\2063\2064\2066\2067\2068\2069\3164\FEFF\FFA0',
        '   '), NFC), U&'\0020\0009\000A\000B\000C\000D\0085\1680\2000\2001\2002\2003\2004\2005\2006\2008\2009\200A\2028\2029\205F\3000')
$$;

DO $$
DECLARE
    clashes TEXT;
BEGIN
    SELECT string_agg(spellings, '; ' ORDER BY spellings) INTO clashes
    FROM (SELECT string_agg(code, ', ' ORDER BY code) AS spellings
          FROM production GROUP BY lower(code COLLATE "C") HAVING count(*) > 1) AS alike;
    IF clashes IS NOT NULL THEN
        RAISE EXCEPTION 'codes of productions that differ only by case: %. Give one of each a code of its own, then start again', clashes;
    END IF;

    SELECT string_agg(spellings, '; ' ORDER BY spellings) INTO clashes
    FROM (SELECT string_agg(code, ', ' ORDER BY code) AS spellings
          FROM production GROUP BY pg_temp.as_seen(name) HAVING count(*) > 1) AS alike;
    IF clashes IS NOT NULL THEN
        RAISE EXCEPTION 'productions whose names look alike: %. Give one of each a name of its own, then start again', clashes;
    END IF;

    SELECT string_agg(spellings, '; ' ORDER BY spellings) INTO clashes
    FROM (SELECT string_agg(id::text, ', ' ORDER BY id) AS spellings
          FROM account GROUP BY pg_temp.as_seen(email) HAVING count(*) > 1) AS alike;
    IF clashes IS NOT NULL THEN
        RAISE EXCEPTION 'accounts whose addresses look alike: %. Give one of each an address of its own, then start again', clashes;
    END IF;
END
$$;

ALTER TABLE production DROP CONSTRAINT production_code_unique;
CREATE UNIQUE INDEX production_code_unique ON production (lower(code COLLATE "C"));
COMMENT ON INDEX production_code_unique IS 'Two codes that differ only by case are one';

-- A text that shows nothing at all stays what it is: it may be the only name of something.
CREATE FUNCTION pg_temp.kept(text TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(nullif(pg_temp.as_seen(text), ''), text)
$$;

DO $$
DECLARE
    changed BIGINT := 0;
    rows    BIGINT;
BEGIN
    UPDATE production
    SET name = pg_temp.kept(name), venue = pg_temp.kept(venue),
        revision = revision + 1, details_revision = details_revision + 1
    WHERE (name, venue) IS DISTINCT FROM (pg_temp.kept(name), pg_temp.kept(venue));
    GET DIAGNOSTICS rows = ROW_COUNT;
    changed := changed + rows;

    WITH cleaned AS (
        UPDATE marketing_week
        SET sales_marketing = pg_temp.kept(sales_marketing), promotion = pg_temp.kept(promotion),
            other = pg_temp.kept(other)
        WHERE (sales_marketing, promotion, other)
              IS DISTINCT FROM (pg_temp.kept(sales_marketing), pg_temp.kept(promotion), pg_temp.kept(other))
        RETURNING production_id
    )
    UPDATE production SET revision = revision + 1, weeks_revision = weeks_revision + 1
    WHERE id IN (SELECT production_id FROM cleaned);
    GET DIAGNOSTICS rows = ROW_COUNT;
    changed := changed + rows;

    UPDATE calendar_note SET note = pg_temp.kept(note) WHERE note <> pg_temp.kept(note);
    GET DIAGNOSTICS rows = ROW_COUNT;
    changed := changed + rows;
    UPDATE note_revision SET revision = revision + 1 WHERE kind = 'calendar' AND rows > 0;

    UPDATE monthly_note SET note = pg_temp.kept(note) WHERE note <> pg_temp.kept(note);
    GET DIAGNOSTICS rows = ROW_COUNT;
    changed := changed + rows;
    UPDATE note_revision SET revision = revision + 1 WHERE kind = 'monthly' AND rows > 0;

    UPDATE account SET email = pg_temp.kept(email), name = pg_temp.kept(name), revision = revision + 1
    WHERE (email, name) IS DISTINCT FROM (pg_temp.kept(email), pg_temp.kept(name));
    GET DIAGNOSTICS rows = ROW_COUNT;
    changed := changed + rows;

    UPDATE api_key SET name = pg_temp.kept(name) WHERE name <> pg_temp.kept(name);
    GET DIAGNOSTICS rows = ROW_COUNT;
    changed := changed + rows;

    -- What a client remembers of an older version is not up to date any more.
    UPDATE data_version SET version = version + 1 WHERE changed > 0;
END
$$;

DROP FUNCTION pg_temp.kept(TEXT);
DROP FUNCTION pg_temp.as_seen(TEXT);
