-- A rebuild gives the working role an empty table under its own grants, so it must give nothing that
-- the role does not have: who may not change and delete the rows of a table may not replace it either.
-- That keeps the audit, whatever a service adds to it, without a list. The store's own tables, on
-- whose rows the role works, are no read models all the same.
CREATE OR REPLACE FUNCTION rebuild_begin(tables text[]) RETURNS void
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
                    'consumer_offset', 'parked', 'snapshot')
                OR NOT (has_table_privilege(session_user, live, 'SELECT')
                    AND has_table_privilege(session_user, live, 'INSERT')
                    AND has_table_privilege(session_user, live, 'UPDATE')
                    AND has_table_privilege(session_user, live, 'DELETE')) THEN
            RAISE EXCEPTION '% is no read model', name USING ERRCODE = 'insufficient_privilege';
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
