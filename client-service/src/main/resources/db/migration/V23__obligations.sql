-- What a client is owed, as the services say that must see to it: for its card and the overview.
create table client_obligation (
    obligation_id uuid primary key,
    client_id     uuid not null,
    kind          text not null,
    state         text not null,
    opened_at     timestamptz not null,
    warn_at       timestamptz not null,
    due_at        timestamptz not null
) with (fillfactor = 80);
create index client_obligation_of_client on client_obligation (client_id);
