-- Rebuilding a read model: a table of the same name and make stands in the schema "rebuild", is
-- filled there from zero, and then takes the place of the live one. The working role owns nothing,
-- so these functions do for it what only the owner may.
CREATE SCHEMA IF NOT EXISTS rebuild;

CREATE FUNCTION rebuild_begin(tables text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    name    text;
    live    regclass;
    options text;
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA rebuild TO %I', session_user);
    FOREACH name IN ARRAY tables LOOP
        live := format('public.%I', name)::regclass;
        IF name IN ('stream', 'event', 'command', 'reservation', 'relay_cursor', 'relay_partition',
                    'consumer_offset', 'parked', 'snapshot') THEN
            RAISE EXCEPTION '% is no read model', name;
        END IF;
        -- Foreign keys are triggers too. None of these would follow to the new table.
        IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = live)
                OR EXISTS (SELECT FROM pg_attribute WHERE attrelid = live AND attidentity <> '') THEN
            RAISE EXCEPTION '% has triggers, foreign keys or an identity and cannot be rebuilt', name;
        END IF;
        EXECUTE format('DROP TABLE IF EXISTS rebuild.%I', name);
        EXECUTE format('CREATE TABLE rebuild.%1$I (LIKE public.%1$I INCLUDING ALL)', name);
        SELECT array_to_string(reloptions, ', ') INTO options FROM pg_class WHERE oid = live;
        IF options <> '' THEN
            EXECUTE format('ALTER TABLE rebuild.%I SET (%s)', name, options);
        END IF;
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON rebuild.%I TO %I', name, session_user);
    END LOOP;
END $$;

-- Puts the new tables in the place of the live ones, under their grants and with indexes of the same
-- names, so that later migrations find what they expect. The caller has seen to it that nobody writes.
CREATE FUNCTION rebuild_switch(tables text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    name text;
    r    record;
    renames text[];
BEGIN
    FOREACH name IN ARRAY tables LOOP
        EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', name);
        FOR r IN SELECT a.privilege_type, a.grantee::regrole AS grantee
                 FROM pg_class c, aclexplode(c.relacl) a
                 WHERE c.oid = format('public.%I', name)::regclass AND a.grantee NOT IN (0, c.relowner) LOOP
            EXECUTE format('GRANT %s ON rebuild.%I TO %s', r.privilege_type, name, r.grantee);
        END LOOP;
        WITH made AS (
            SELECT n.nspname AS place, c.relname,
                   regexp_replace(pg_get_indexdef(i.indexrelid), ' INDEX \S+ ON \S+ ', ' ') AS definition
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE t.relname = name AND n.nspname IN ('public', 'rebuild')),
        numbered AS (
            SELECT *, row_number() OVER (PARTITION BY place, definition ORDER BY relname) AS i FROM made)
        SELECT array_agg(format('ALTER INDEX public.%I RENAME TO %I', shadow.relname, live.relname))
        INTO renames
        FROM numbered live JOIN numbered shadow USING (definition, i)
        WHERE live.place = 'public' AND shadow.place = 'rebuild' AND live.relname <> shadow.relname;
        EXECUTE format('DROP TABLE public.%I', name);
        EXECUTE format('ALTER TABLE rebuild.%I SET SCHEMA public', name);
        FOR i IN 1 .. coalesce(cardinality(renames), 0) LOOP
            EXECUTE renames[i];
        END LOOP;
    END LOOP;
END $$;

CREATE FUNCTION rebuild_give_up(tables text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY tables LOOP
        EXECUTE format('DROP TABLE IF EXISTS rebuild.%I', name);
    END LOOP;
END $$;

-- What an operator gave up stays on record: a rebuild passes it over as the live consumer did.
ALTER TABLE parked ADD COLUMN dropped_at timestamptz;
