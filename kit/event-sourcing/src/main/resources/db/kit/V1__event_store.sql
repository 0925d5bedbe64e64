-- The event store of one service. Nothing here knows a domain; services add their own tables beside.

CREATE TABLE stream (
    id      uuid PRIMARY KEY,
    type    text NOT NULL,
    version int  NOT NULL,
    closed  boolean NOT NULL DEFAULT false
) WITH (fillfactor = 80);

CREATE TABLE event (
    position    bigint GENERATED ALWAYS AS IDENTITY, -- CACHE 1: the fence depends on it
    stream_id   uuid NOT NULL,
    version     int NOT NULL,
    key         uuid NOT NULL,                       -- the Kafka key ...
    partition   smallint NOT NULL,                   -- ... and the Kafka partition it will be sent to
    type        text NOT NULL,
    schema_ver  smallint NOT NULL,
    event_id    uuid NOT NULL DEFAULT uuidv7(),
    command_id  uuid NOT NULL,
    occurred_at timestamptz NOT NULL,                -- business clock
    recorded_at timestamptz NOT NULL,                -- business clock
    stored_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    data        jsonb NOT NULL,
    pii         bytea,                               -- subject id, then what its key encrypted
    meta        jsonb,
    PRIMARY KEY (stream_id, version),
    UNIQUE (position)
);

CREATE TABLE command (
    id           uuid PRIMARY KEY,
    request_hash bytea,
    stream_id    uuid,
    version      int,
    status       smallint,
    at           timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE reservation (
    scope text,
    key   text,
    owner uuid NOT NULL,
    PRIMARY KEY (scope, key)
);

-- One row: how far the topics are, and who says so.
CREATE TABLE relay_cursor (
    one          boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch        bigint NOT NULL DEFAULT 0,
    position     bigint NOT NULL DEFAULT 0,
    leader       text,
    heartbeat    timestamptz NOT NULL DEFAULT clock_timestamp(),
    rewind_to    bigint,                             -- asked for by an operator, not begun yet
    resend_until bigint NOT NULL DEFAULT 0           -- below it, what the topics have is sent again
);
INSERT INTO relay_cursor DEFAULT VALUES;

CREATE TABLE relay_partition (
    topic         text,
    partition     int,
    last_sequence bigint NOT NULL,
    last_offset   bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);

CREATE TABLE consumer_offset (
    consumer      text,
    topic         text,
    partition     int,
    next_offset   bigint NOT NULL,
    last_sequence bigint NOT NULL,
    moved_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, topic, partition)
);

-- Records of a key that could not be applied, and all that came after them for that key, in order.
CREATE TABLE parked (
    consumer      text,
    topic         text,
    partition     int,
    record_offset bigint,
    key           text NOT NULL,
    headers       jsonb NOT NULL,
    value         bytea,
    reason        text,                              -- null: it only waits behind another
    parked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, topic, partition, record_offset)
);
CREATE INDEX parked_key ON parked (consumer, topic, key, record_offset);

-- The fence. Every writer holds this shared lock from before it draws its first position until its
-- transaction ends; a reader that knows the last position drawn waits for the holders and has then
-- seen all that will ever be committed up to it. Spread over eight keys against contention.
CREATE FUNCTION fence_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7411, pg_backend_pid() % 8);
    RETURN NULL;
END $$;

CREATE TRIGGER fence BEFORE INSERT ON event FOR EACH STATEMENT EXECUTE FUNCTION fence_hold();
ALTER TABLE event ENABLE ALWAYS TRIGGER fence;       -- also under session_replication_role = replica

-- The writers in flight, as pg_locks names their transactions.
CREATE FUNCTION fence_holders() RETURNS text[] LANGUAGE sql VOLATILE AS $$
    SELECT coalesce(array_agg(virtualtransaction), '{}')
    FROM pg_locks
    WHERE locktype = 'advisory' AND classid = 7411 AND objsubid = 2 AND mode = 'ShareLock' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
$$;

-- A position up to which everything has ended, so that no event can appear at or below it later.
-- Writers are never queued by it. Null when one of them did not end in time. The caller must read
-- in a later snapshot, that is with its next statement at READ COMMITTED.
CREATE FUNCTION fence(patience interval) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    reached  bigint := coalesce(pg_sequence_last_value(pg_get_serial_sequence('event', 'position')::regclass), 0);
    holders  text[] := fence_holders();
    deadline timestamptz := clock_timestamp() + patience;
BEGIN
    WHILE holders <> '{}' LOOP
        IF clock_timestamp() > deadline THEN
            RETURN NULL;
        END IF;
        PERFORM pg_sleep(0.0005);
        SELECT coalesce(array_agg(h), '{}') INTO holders
        FROM unnest(holders) h WHERE h = ANY (fence_holders());
    END LOOP;
    RETURN reached;
END $$;

-- Appends a batch. Each caller (1..n) is one command over any streams and gets its own verdict:
--   0 won, 1 replayed (the command is known), 2 conflict (a stream has moved), 3 a key is taken.
-- A loser leaves no trace. Callers of one batch share no stream, no command id and no reservation
-- key, and streams come sorted by id: that is the sender's part of it.
-- The answer is one row: verdicts and, by caller, the reservation that was taken and what a replay
-- answers; positions are those of the winners' events in the order they were given.
CREATE FUNCTION append(
    c_id uuid[], c_hash bytea[], c_stream uuid[], c_version int[], c_status smallint[],
    s_caller int[], s_id uuid[], s_type text[], s_expected int[], s_next int[],
    r_caller int[], r_scope text[], r_key text[], r_owner uuid[],
    l_caller int[], l_scope text[], l_key text[], l_owner uuid[],
    e_caller int[], e_stream uuid[], e_version int[], e_key uuid[], e_partition smallint[],
    e_type text[], e_schema smallint[], e_id uuid[], e_command uuid[],
    e_occurred timestamptz[], e_recorded timestamptz[], e_data jsonb[], e_pii bytea[], e_meta jsonb[],
    v_statements text[], v_caller int[], v_statement int[], v_row jsonb[],
    OUT verdicts int[], OUT taken int[], OUT positions bigint[],
    OUT known_stream uuid[], OUT known_version int[], OUT known_status smallint[], OUT known_hash bytea[])
LANGUAGE plpgsql AS $$
DECLARE
    n        constant int := cardinality(c_id);
    won      boolean[] := array_fill(true, ARRAY[n]);
    all_won  boolean := true;
    actual   int[];
    types    text[];
    got      int[];
    inserted uuid[];
    made     int;
    all_new  boolean := false;                       -- all streams are made here: nothing to lock or compare
    r        record;
BEGIN
    verdicts := array_fill(0, ARRAY[n]);
    taken := array_fill(0, ARRAY[n]);
    PERFORM set_config('transaction_timeout', '5s', true);

    -- 1 and 2: every stream of the batch exists and is locked, in id order. A row of this very
    -- transaction counts as version 0: it already carries the version it will have.
    FOR attempt IN 1..2 LOOP
        IF attempt = 2 OR 0 = ANY (s_expected) THEN
            INSERT INTO stream (id, type, version)
            SELECT u.id, u.type, u.next FROM unnest(s_id, s_type, s_expected, s_next) AS u (id, type, expected, next)
            WHERE attempt = 2 OR u.expected = 0
            ORDER BY u.id ON CONFLICT DO NOTHING;
            GET DIAGNOSTICS made = ROW_COUNT;
            all_new := attempt = 1 AND made = cardinality(s_id);
            EXIT WHEN all_new;
        END IF;
        SELECT array_agg(x.version), array_agg(x.type) INTO actual, types FROM (
            SELECT CASE WHEN s.xmin = pg_current_xact_id()::xid THEN 0 ELSE s.version END AS version, s.type
            FROM stream s WHERE s.id = ANY (s_id) ORDER BY s.id FOR UPDATE) x;
        EXIT WHEN coalesce(cardinality(actual), 0) = cardinality(s_id);
    END LOOP;

    -- 3: who comes too late.
    IF NOT all_new THEN
        FOR r IN SELECT DISTINCT u.caller
                 FROM unnest(s_caller, s_expected, s_type, actual, types) AS u (caller, expected, type, actual, kind)
                 WHERE u.actual <> u.expected OR u.kind <> u.type LOOP
            verdicts[r.caller] := 2; won[r.caller] := false; all_won := false;
        END LOOP;
    END IF;

    -- 4: reservations, then the command rows, both sorted.
    IF cardinality(r_caller) > 0 THEN
        WITH ins AS (
            INSERT INTO reservation (scope, key, owner)
            SELECT u.scope, u.key, u.owner FROM unnest(r_caller, r_scope, r_key, r_owner) AS u (caller, scope, key, owner)
            WHERE won[u.caller] ORDER BY u.scope, u.key
            ON CONFLICT DO NOTHING RETURNING reservation.scope, reservation.key)
        SELECT coalesce(array_agg(u.i::int), '{}') INTO got
        FROM unnest(r_scope, r_key) WITH ORDINALITY AS u (scope, key, i) JOIN ins USING (scope, key);

        IF cardinality(got) < (SELECT count(*) FROM unnest(r_caller) c WHERE won[c]) THEN
            -- Its own already, or given up by another owner in this same command: no obstacle.
            FOR r IN SELECT u.i, u.caller, x.owner IS NULL AS vanished
                     FROM unnest(r_caller, r_scope, r_key, r_owner) WITH ORDINALITY AS u (caller, scope, key, owner, i)
                     LEFT JOIN reservation x ON x.scope = u.scope AND x.key = u.key
                     WHERE won[u.caller] AND NOT u.i = ANY (got) AND x.owner IS DISTINCT FROM u.owner
                       AND NOT EXISTS (
                           SELECT 1 FROM unnest(l_caller, l_scope, l_key, l_owner) AS l (caller, scope, key, owner)
                           WHERE l.caller = u.caller AND l.scope = u.scope AND l.key = u.key AND l.owner = x.owner)
                     ORDER BY u.i DESC LOOP
                verdicts[r.caller] := CASE WHEN r.vanished THEN 2 ELSE 3 END;
                taken[r.caller] := r.i;
                won[r.caller] := false; all_won := false;
            END LOOP;
        END IF;
    END IF;

    WITH ins AS (
        INSERT INTO command (id, request_hash, stream_id, version, status)
        SELECT u.id, u.hash, u.stream, u.version, u.status
        FROM unnest(c_id, c_hash, c_stream, c_version, c_status) WITH ORDINALITY AS u (id, hash, stream, version, status, i)
        WHERE won[u.i] AND u.id IS NOT NULL ORDER BY u.id
        ON CONFLICT DO NOTHING RETURNING command.id)
    SELECT coalesce(array_agg(ins.id), '{}') INTO inserted FROM ins;

    IF NOT all_won OR cardinality(inserted) < cardinality(array_remove(c_id, NULL)) THEN
        all_won := false;
        known_stream := array_fill(NULL::uuid, ARRAY[n]);
        known_version := array_fill(NULL::int, ARRAY[n]);
        known_status := array_fill(NULL::smallint, ARRAY[n]);
        known_hash := array_fill(NULL::bytea, ARRAY[n]);
        -- A known command is answered from the first time, whatever else stood in its way.
        FOR r IN SELECT u.i, c.* FROM unnest(c_id) WITH ORDINALITY AS u (id, i) JOIN command c ON c.id = u.id
                 WHERE NOT u.id = ANY (inserted) LOOP
            verdicts[r.i] := 1; won[r.i] := false;
            known_stream[r.i] := r.stream_id; known_version[r.i] := r.version;
            known_status[r.i] := r.status; known_hash[r.i] := r.request_hash;
        END LOOP;
        DELETE FROM reservation x
        USING unnest(r_caller, r_scope, r_key) WITH ORDINALITY AS u (caller, scope, key, i)
        WHERE x.scope = u.scope AND x.key = u.key AND u.i = ANY (got) AND NOT won[u.caller];
    END IF;
    IF NOT all_won OR 0 = ANY (s_next) THEN
        DELETE FROM stream s USING unnest(s_caller, s_id, s_next) AS u (caller, id, next)
        WHERE s.id = u.id AND s.xmin = pg_current_xact_id()::xid AND (u.next = 0 OR NOT won[u.caller]);
    END IF;

    -- 5: the winners alone.
    IF NOT all_new THEN
        UPDATE stream s SET version = u.next
        FROM unnest(s_caller, s_id, s_expected, s_next) AS u (caller, id, expected, next)
        WHERE s.id = u.id AND won[u.caller] AND u.expected > 0 AND u.next > u.expected;
    END IF;

    WITH ins AS (
        INSERT INTO event (stream_id, version, key, partition, type, schema_ver, event_id, command_id,
                           occurred_at, recorded_at, data, pii, meta)
        SELECT u.stream, u.version, u.key, u.partition, u.type, u.schema, u.id, u.command, u.occurred, u.recorded,
               u.data, u.pii, u.meta
        FROM unnest(e_caller, e_stream, e_version, e_key, e_partition, e_type, e_schema, e_id, e_command,
                    e_occurred, e_recorded, e_data, e_pii, e_meta)
             AS u (caller, stream, version, key, partition, type, schema, id, command, occurred, recorded, data, pii, meta)
        WHERE won[u.caller]
        RETURNING position)
    SELECT coalesce(array_agg(position), '{}') INTO positions FROM ins;

    IF cardinality(r_caller) > 0 THEN
        UPDATE reservation x SET owner = u.owner
        FROM unnest(r_caller, r_scope, r_key, r_owner) AS u (caller, scope, key, owner)
        WHERE x.scope = u.scope AND x.key = u.key AND x.owner <> u.owner AND won[u.caller];
    END IF;
    IF cardinality(l_caller) > 0 THEN
        DELETE FROM reservation x
        USING unnest(l_caller, l_scope, l_key, l_owner) AS u (caller, scope, key, owner)
        WHERE x.scope = u.scope AND x.key = u.key AND x.owner = u.owner AND won[u.caller];
    END IF;
    IF cardinality(v_caller) > 0 THEN
        FOR r IN SELECT v_statements[u.statement] AS statement, jsonb_agg(u.row) AS rows
                 FROM unnest(v_caller, v_statement, v_row) AS u (caller, statement, row)
                 WHERE won[u.caller] GROUP BY u.statement ORDER BY u.statement LOOP
            EXECUTE r.statement USING r.rows;
        END LOOP;
    END IF;
END $$;
