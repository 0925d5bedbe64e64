-- Whether the relationship goes on: who has left, or was erased, is not called. Rows from before
-- learn it by a rebuild of coverage.
alter table coverage add column active boolean not null default true;
alter table coverage add column standing_at timestamptz;
