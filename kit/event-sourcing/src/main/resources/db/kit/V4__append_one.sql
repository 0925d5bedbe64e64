-- The commonest append, of one event to one stream, when nobody else waits: what append() does for a
-- batch, without its arrays. Null when anything stood in the way (the stream is not where it was
-- expected, the command is known); then nothing is left of it, and append() finds the verdict.
CREATE FUNCTION append_one(
    c_id uuid, c_hash bytea, c_status smallint,
    s_id uuid, s_type text, s_version int,
    e_key uuid, e_partition smallint, e_type text, e_schema smallint, e_id uuid,
    e_occurred timestamptz, e_recorded timestamptz, e_data jsonb, e_pii bytea, e_meta jsonb,
    v_statements text[], v_rows jsonb[],
    OUT reached bigint)
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('transaction_timeout', '5s', true);
    IF s_version = 1 THEN
        INSERT INTO stream (id, type, version) VALUES (s_id, s_type, 1) ON CONFLICT DO NOTHING;
    ELSE
        UPDATE stream SET version = s_version WHERE id = s_id AND version = s_version - 1 AND type = s_type;
    END IF;
    IF NOT FOUND THEN
        RETURN;
    END IF;

    INSERT INTO command (id, request_hash, stream_id, version, status)
    VALUES (c_id, c_hash, s_id, s_version, c_status) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        IF s_version = 1 THEN
            DELETE FROM stream WHERE id = s_id;
        ELSE
            UPDATE stream SET version = s_version - 1 WHERE id = s_id;
        END IF;
        RETURN;
    END IF;

    INSERT INTO event (stream_id, version, key, partition, type, schema_ver, event_id, command_id,
                       occurred_at, recorded_at, data, pii, meta)
    VALUES (s_id, s_version, e_key, e_partition, e_type, e_schema, e_id, c_id,
            e_occurred, e_recorded, e_data, e_pii, e_meta)
    RETURNING position INTO reached;

    FOR i IN 1..cardinality(v_statements) LOOP
        EXECUTE v_statements[i] USING jsonb_build_array(v_rows[i]);
    END LOOP;
END $$;
