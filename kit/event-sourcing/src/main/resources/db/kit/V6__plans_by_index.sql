-- A plan that is made while the tables are nearly empty is kept while they fill, until they are
-- analysed, and would read all of them for one stream: thousands of appends in the first minute of
-- a service would each be slower than the one before. What is asked by key here is found by index,
-- however few rows there are.
CREATE FUNCTION load_stream(wanted uuid, after_version int)
RETURNS TABLE (
    kind text, stream_version int,
    "position" bigint, stream_id uuid, version int, key uuid, partition smallint, type text,
    schema_ver smallint, event_id uuid, command_id uuid, occurred_at timestamptz,
    recorded_at timestamptz, data jsonb, pii bytea, meta jsonb)
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
    SELECT s.type, s.version,
           e.position, e.stream_id, e.version, e.key, e.partition, e.type, e.schema_ver, e.event_id,
           e.command_id, e.occurred_at, e.recorded_at, e.data, e.pii, e.meta
    FROM stream s LEFT JOIN event e ON e.stream_id = wanted AND e.version > after_version
    WHERE s.id = wanted
    ORDER BY e.version
$$;

ALTER FUNCTION append_one SET enable_seqscan = off;
ALTER FUNCTION append SET enable_seqscan = off;
ALTER FUNCTION append SET enable_mergejoin = off; -- it would read an index from end to end
