-- The book in every service: units, staff, ownership now and before, cover (contracts.md).
create table book_unit (
    unit_id   text primary key,
    name      text,
    parent_id text,
    head_id   text
);
create index book_unit_parent on book_unit (parent_id);
create index book_unit_head on book_unit (head_id);

create table book_staff (
    staff_id        text primary key,
    unit_id         text,
    supervisor_id   text,
    roles           text[],
    track           text,
    book_type       text,
    grade           text,
    capacity        int,
    qualified_until date,
    active          boolean
);
create index book_staff_unit on book_staff (unit_id);

create table book_client (
    client_id uuid primary key,
    rm_id     text,
    unit_id   text,
    since     timestamptz,
    history   jsonb
);
create index book_client_rm on book_client (rm_id, client_id);
create index book_client_unowned on book_client (unit_id, client_id) where rm_id is null;

create table book_cover (
    absence_id uuid primary key,
    staff_id   text,
    cover_id   text,
    from_at    timestamptz,
    to_at      timestamptz,
    state      text
);
create index book_cover_cover on book_cover (cover_id);
create index book_cover_staff on book_cover (staff_id);

-- A key per subject, wrapped by the master key; a destroyed one stays as a row without a key.
create table subject_key (
    subject      uuid primary key,
    wrapped      bytea,
    destroyed_at timestamptz,
    stored_at    timestamptz not null default now()
);

-- How far the business clock is from the wall clock: one row, moved forward only.
create table business_clock (
    one           boolean primary key default true check (one),
    offset_micros bigint not null default 0,
    set_at        timestamptz
);
insert into business_clock default values;
