-- For whom a client's personal data are open outside the book.
create table client_break_glass (
    client_id uuid primary key,
    openings  jsonb
);
