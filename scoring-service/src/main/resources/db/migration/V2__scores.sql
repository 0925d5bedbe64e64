-- Where a client stands: the last tier that was published. A row per score stream.
create table client_tier (
    client_id     uuid primary key,
    cohort        text        not null,
    tier          text        not null,
    previous_tier text,
    provisional   boolean     not null,
    score         numeric,
    rank          int,
    cohort_size   int,
    run_id        uuid,
    model_version text        not null,
    as_of         timestamptz not null
);

-- The last churn risk that was published. A row per churn stream.
create table client_churn (
    client_id     uuid primary key,
    level         text        not null,
    risk          numeric,
    day           date        not null,
    model_version text        not null
);

-- The churn risk as it was reckoned last, published or not: what lists and receipts read.
create table churn_assessment (
    client_id      uuid primary key,
    day            date    not null,
    level          text    not null,
    risk           numeric,
    twelve_months  numeric not null,
    model_version  text    not null,
    receipt        jsonb   not null
);
create index churn_assessment_order
    on churn_assessment (risk desc, twelve_months desc, client_id) where risk is not null;

-- The days for which all risks were reckoned.
create table churn_day (
    day        date primary key,
    touched_at timestamptz not null default clock_timestamp()
);

-- A tier run as it was asked for and as it ended. A row per run's stream.
create table tier_run (
    run_id       uuid primary key,
    state        text        not null,
    as_of        timestamptz not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    completed_at timestamptz,
    published    boolean     not null,
    cohorts      jsonb       not null
);

-- How far a run has got; it goes on from here after a crash.
create table tier_run_progress (
    run_id          uuid primary key,
    published       boolean     not null,
    cohorts         jsonb       not null,
    published_after uuid,
    computed_at     timestamptz not null default clock_timestamp()
);

-- Every client of every run: the receipt. Arrays follow the order of the factors in the run's
-- cohort; a missing input is null.
create table tier_run_score (
    run_id        uuid,
    client_id     uuid,
    cohort        text    not null,
    tier          text    not null,
    previous_tier text,
    provisional   boolean not null,
    score         bigint,
    rank          int,
    revenue       numeric,
    changed       boolean not null,
    factor        text[]  not null,
    value         numeric[],
    points        int[],
    facts         int[],
    newest_at     timestamptz[],
    primary key (run_id, client_id)
);
create index tier_run_score_client on tier_run_score (client_id, run_id);
create index tier_run_score_changed on tier_run_score (run_id, client_id) where changed;
