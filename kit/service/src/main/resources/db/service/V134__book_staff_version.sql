-- Another with every change of who works here and who covers whom: while it is the same, what was
-- read of them may be remembered. Written by the directory's consumer, so not where the book is owned.
create table book_staff_version (
    one     boolean primary key default true check (one),
    version uuid not null
);
