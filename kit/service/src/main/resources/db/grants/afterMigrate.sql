-- The working role reads and writes rows, and owns nothing.
grant usage on schema public to "${worker}";
grant select, insert, update, delete on all tables in schema public to "${worker}";
grant usage, select on all sequences in schema public to "${worker}";
grant execute on all functions in schema public to "${worker}";
