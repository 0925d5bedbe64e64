-- The working role reads and writes rows, and owns nothing. Runs after each of the two migrations,
-- of which the first finds no event store yet.
grant usage on schema public to "${worker}";
grant select, insert, update, delete on all tables in schema public to "${worker}";
grant usage, select on all sequences in schema public to "${worker}";
-- To set the sequence of positions would be to move the fence.
revoke update on all sequences in schema public from "${worker}";
grant execute on all functions in schema public to "${worker}";

-- What was stored happened: events are never changed or taken back, not even by mistake.
do $$
begin
    if to_regclass('public.event') is not null then
        revoke update, delete, truncate on event from "${worker}";
        revoke update, delete, truncate on command from "${worker}";
    end if;
    if to_regclass('public.personal_read') is not null then
        revoke update, delete, truncate on personal_read from "${worker}";
    end if;
    -- A destroyed key stays as a row without a key.
    if to_regclass('public.subject_key') is not null then
        revoke delete, truncate on subject_key from "${worker}";
    end if;
    if to_regclass('public.flyway_schema_history') is not null then
        revoke insert, update, delete on flyway_schema_history from "${worker}";
    end if;
    if to_regclass('public.flyway_kit_history') is not null then
        revoke insert, update, delete on flyway_kit_history from "${worker}";
    end if;
end $$;
