-- How likely clients are to leave, as scoring-service says: for the day's call list.
create table client_risk (
    client_id uuid primary key,
    level     text not null,
    risk      numeric,
    at        timestamptz not null
);
create index client_risk_high on client_risk (risk desc) where level in ('HIGH', 'MEDIUM');
