-- Who is scored: the clients as client-service published them.
create table client (
    client_id uuid primary key,
    kind      text not null,
    state     text not null
);

-- The numbers a client is known by, our own id (system 'guanxi') among them.
create table client_number (
    system    text,
    value     text,
    client_id uuid not null,
    primary key (system, value)
);
create index client_number_client on client_number (client_id);

-- Facts as they came. (source, id) is known once; the digest tells the same from another content.
create table activity (
    source      text,
    id          text,
    client_id   uuid        not null,
    type        text        not null,
    at          timestamptz not null,
    day         date        not null,
    amount      numeric,
    value       numeric,
    initiator   text,
    account     text,
    kind        text,
    product     text,
    category    text,
    digest      uuid        not null,
    received_at timestamptz not null,
    reversed_at timestamptz,
    primary key (source, id)
);
create index activity_client on activity (client_id, at);

-- Facts whose client is not known yet, in the words they came in.
create table activity_unresolved (
    source      text,
    id          text,
    system      text        not null,
    value       text        not null,
    digest      uuid        not null,
    line        text        not null,
    received_at timestamptz not null,
    primary key (source, id)
);
create index activity_unresolved_number on activity_unresolved (system, value);

create table activity_rejected (
    rejection_id uuid primary key,
    source       text,
    id           text,
    code         text        not null,
    detail       text        not null,
    line         text        not null,
    received_at  timestamptz not null
);
create index activity_rejected_received on activity_rejected (received_at, rejection_id);

-- What the scores need of the facts, kept with them so that no score reads them all.
create table counting_day (
    client_id    uuid,
    day          date,
    transactions int not null,
    primary key (client_id, day)
);

create table revenue_month (
    client_id uuid,
    month     date,
    amount    numeric     not null,
    facts     int         not null,
    newest_at timestamptz not null,
    primary key (client_id, month)
);

-- The closing balance of an account on a day that has one; it stands until the next.
create table balance_day (
    client_id uuid,
    account   text,
    day       date,
    amount    numeric     not null,
    loan      boolean     not null,
    at        timestamptz not null,
    source    text        not null,
    id        text        not null,
    primary key (client_id, account, day)
);

-- Headcount, qualification, members, compliance: all values, for a past day asks for an old one.
create table measure (
    client_id uuid,
    type      text,
    at        timestamptz,
    source    text,
    id        text,
    value     numeric not null,
    primary key (client_id, type, at, source, id)
);

-- Clients whose churn risk must be reckoned again. A later touch gives another stamp.
create sequence churn_due_stamp;
create table churn_due (
    client_id uuid primary key,
    stamp     bigint      not null default nextval('churn_due_stamp'),
    since     timestamptz not null default clock_timestamp()
);
create index churn_due_order on churn_due (stamp);

-- While a bulk of facts comes in, risks wait: half a history would look like a client who left.
create table bulk_intake (
    one         boolean primary key default true check (one),
    quiet_until timestamptz not null
);
insert into bulk_intake values (true, '-infinity');
