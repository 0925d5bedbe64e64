-- Asked for every few seconds: the keys destroyed lately.
create index subject_key_destroyed on subject_key (destroyed_at) where destroyed_at is not null;
