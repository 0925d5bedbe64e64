-- PR-03: the named list of those who are qualified.
alter table staff_view add column qualified_until date;
update staff_view set qualified_until = (details ->> 'qualifiedUntil')::date;
