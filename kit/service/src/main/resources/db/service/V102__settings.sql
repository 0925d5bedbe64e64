-- What was changed since it was built in: settings documents, and years of calendars.
create table setting (
    name     text primary key,
    version  int,
    document jsonb
);

create table calendar_year (
    id          text primary key,
    calendar_id text,
    year        int,
    days        jsonb
);
