-- Visits as lists and agendas show them: codes and numbers, none of their words.
create table visit (
    visit_id         uuid primary key,
    client_id        uuid not null,
    rm_id            text not null,
    purpose          text not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null,
    channel          text not null,
    joint            text[] not null,
    contact_ids      uuid[] not null,
    state            text not null,
    ad_hoc           boolean not null,
    planned          boolean not null,
    confirmed        boolean not null,
    reason_code      text,
    started_at       timestamptz,
    logged_at        timestamptz,
    duration_minutes int,
    distance_metres  int,
    late             boolean not null,
    flags            text[] not null,
    follow_ups       jsonb not null,
    version          int not null
) with (fillfactor = 80);
create index visit_newest on visit (starts_at desc, visit_id desc);
create index visit_of_client on visit (client_id, starts_at desc, visit_id desc);
create index visit_of_manager on visit (rm_id, starts_at desc, visit_id desc);
create index visit_to_come on visit (client_id) where state in ('PLANNED', 'CONFIRMED');

-- What every client is owed, and what past months came to (F5).
create table coverage (
    client_id            uuid primary key,
    rm_id                text,
    unit_id              text,
    tier                 text,
    flags                text[] not null,
    last_contact_at      timestamptz,
    last_contact_id      uuid,
    last_contact_channel text,
    opened_at            timestamptz,
    warn_at              timestamptz,
    due_at               timestamptz,
    obligations          jsonb not null,
    months               jsonb not null,
    reckoned_until       text,
    owner_at             timestamptz,
    tier_at              timestamptz,
    flags_at             timestamptz,
    version              int not null
) with (fillfactor = 80);
create index coverage_due on coverage (due_at, client_id);
