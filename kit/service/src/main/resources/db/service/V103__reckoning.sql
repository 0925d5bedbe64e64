-- Every version of a setting with the instant from which it counts: what happened before a change is
-- judged by the rules of then.
alter table setting add column history jsonb not null default '[]';

update setting set history = jsonb_build_array(jsonb_build_object(
    'version', version, 'since', '1970-01-01T00:00:00Z', 'document', document));

-- By which rules things have been reckoned, so that a crash repeats at most one chunk.
create table reckoning (
    name    text primary key,
    rules   text,           -- by which everything stands
    coming  text,           -- by which it is being reckoned now
    walk    int not null default 0,
    reached text            -- up to this subject
);
