-- People in lists; the book's own columns stand in book_staff.
create table staff_view (
    staff_id      text primary key,
    name          text,
    unit_id       text,
    supervisor_id text,
    roles         text[],
    active        boolean,
    details       jsonb,
    version       int
);
create index staff_view_unit on staff_view (unit_id, staff_id);

-- Clients in lists and on the card; whose they are stands in book_client.
create table client_view (
    client_id     uuid primary key,
    kind          text,
    name          text,
    search_name   text,
    segment       text,
    parent_id     uuid,
    flags         text[],
    key_level     text,
    external_keys text[],
    stage         text,
    state         text,
    details       jsonb,
    personal      jsonb,
    version       int
);
create index client_view_external on client_view using gin (external_keys);
create index client_view_flags on client_view using gin (flags) where flags <> '{}';
create index client_view_segment on client_view (segment, client_id);
create index client_view_parent on client_view (parent_id) where parent_id is not null;

-- What other services found out, by consumer; a client may be judged before it is known here.
create table client_score (
    client_id   uuid primary key,
    tier        text,
    provisional boolean,
    tier_at     timestamptz,
    risk_level  text,
    risk        numeric,
    risk_at     timestamptz
);
create index client_score_tier on client_score (tier, client_id);

create table client_last_contact (
    client_id  uuid primary key,
    visit_id   uuid,
    channel    text,
    contact_at timestamptz
);
