-- Who read whose personal data: added to, never changed. One service had it before the others.
create table if not exists personal_read (
    read_id      uuid primary key,
    at           timestamptz not null,
    reader_id    text        not null,
    on_behalf_of text,
    operation    text        not null,
    client_ids   uuid[]      not null
);
create index if not exists personal_read_client on personal_read using gin (client_ids);
