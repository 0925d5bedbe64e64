-- Alerts as they are read: written in the append of their events, one row per stream.
create table alert (
    alert_id         uuid primary key,
    kind             text        not null,
    severity         text        not null,
    state            text        not null,
    client_id        uuid,
    subject_type     text        not null,
    subject_id       text        not null,
    unit_id          text,
    manager_id       text,
    recipients       jsonb       not null,
    ladder           jsonb       not null,
    step             int         not null,
    obligation_id    uuid,
    due_at           timestamptz,
    basis_contact_at timestamptz,
    cause_id         uuid        not null,
    raised_at        timestamptz not null,
    acknowledged_by  text,
    acknowledged_at  timestamptz,
    snoozed_by       text,
    snoozed_until    timestamptz,
    resolved_by      text,
    resolved_at      timestamptz,
    reason           text,
    met_at           timestamptz,
    learned_at       timestamptz,
    next_at          timestamptz,
    version          int         not null
);
create index alert_newest on alert (raised_at desc, alert_id desc);
create index alert_client on alert (client_id, raised_at desc);
create index alert_recipients on alert using gin (recipients jsonb_path_ops);
create index alert_next on alert (next_at, alert_id) where next_at is not null;
create index alert_obligation on alert (obligation_id) where state <> 'RESOLVED';

-- What alerts must know of a client: written in the append of the standing stream.
create table client_standing (
    client_id uuid primary key,
    band      text    not null,
    high_risk boolean not null
);

-- Obligations as their owners publish them, and what this service has done about them.
create table obligation (
    obligation_id    uuid primary key,
    kind             text        not null,
    key              text        not null,
    client_id        uuid,
    owner_id         text,
    basis            jsonb,
    opened_at        timestamptz not null,
    warn_at          timestamptz not null,
    due_at           timestamptz not null,
    clock            text        not null,
    state            text        not null,
    elapsed          text,
    met_at           timestamptz,
    learned_at       timestamptz,
    settings_version int         not null,
    changed_at       timestamptz not null,
    warned_for       timestamptz,
    breached_for     timestamptz,
    dirty            boolean     not null,
    next_at          timestamptz generated always as (
        case when state = 'OPEN' then
            case when breached_for is not distinct from due_at then null
                 when warned_for is not distinct from due_at then due_at
                 else least(warn_at, due_at) end
        end) stored
);
create index obligation_next on obligation (next_at, obligation_id) where next_at is not null;
create index obligation_dirty on obligation (obligation_id) where dirty;
create index obligation_due on obligation (due_at, obligation_id);
create index obligation_client on obligation (client_id, due_at, obligation_id);
create index obligation_owner on obligation (owner_id, due_at, obligation_id);

create table obligation_result (
    obligation_id uuid        not null,
    due_at        timestamptz not null,
    result        text        not null,
    met_at        timestamptz,
    learned_at    timestamptz not null,
    primary key (obligation_id, due_at)
);
