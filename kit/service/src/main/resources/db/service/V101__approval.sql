-- The last request for a second person's approval of each thing, by codes alone.
create table approval (
    thing          text primary key,
    approval_id    uuid,
    kind           text,
    client_id      uuid,
    unit_id        text,
    approver_roles text[],
    requested_by   text,
    requested_at   timestamptz,
    expires_at     timestamptz,
    state          text,
    decided_by     text,
    decided_at     timestamptz
);
create index approval_id on approval (approval_id);
create index approval_pending on approval (expires_at) where state = 'PENDING';
create index approval_requested on approval (requested_at, approval_id);
