-- Where the fold of a long stream may begin. Disposable: every row may be deleted at any time, and
-- one whose shape is not today's is passed over.
CREATE TABLE snapshot (
    stream_id uuid PRIMARY KEY,
    shape     text NOT NULL,
    version   int NOT NULL,
    data      bytea NOT NULL,                        -- under the subject's key where events have personal data
    stored_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
