-- Imports that go on after their request was answered; their lines wait zipped and sealed by a key
-- of the import (subject_key), which is destroyed with its end.
create table import_job (
    import_id    uuid primary key,
    kind         text not null,
    dry_run      boolean not null,
    state        text not null,
    requested_by text not null,
    traceparent  text,
    digest       bytea,
    requested_at timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    lines        int not null default 0,
    next_chunk   int not null default 0,
    done         int not null default 0,
    created      int not null default 0,
    existing     int not null default 0,
    refused      int not null default 0,
    invalid      int not null default 0,
    touched_at   timestamptz not null default clock_timestamp() -- wall clock
);
create index import_job_waiting on import_job (touched_at, import_id)
    where state in ('RECEIVING', 'WAITING', 'RUNNING');

create table import_chunk (
    import_id uuid not null references import_job on delete cascade,
    chunk     int not null,
    sealed    bytea not null,
    primary key (import_id, chunk)
);
alter table import_chunk alter column sealed set storage external; -- it is zipped already

create table import_line (
    import_id uuid not null references import_job on delete cascade,
    line      int not null,
    result    text not null,
    id        text,
    code      text,
    detail    text,
    errors    jsonb,
    primary key (import_id, line)
);
create index import_line_failed on import_line (import_id, line)
    where result in ('REFUSED', 'INVALID');
