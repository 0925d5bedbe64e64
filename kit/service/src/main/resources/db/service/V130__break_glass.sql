-- For whom a client's personal data are open outside the book, and until when; client-service writes
-- it in its appends, services that keep words about clients by their consumer.
create table book_break_glass (
    client_id uuid primary key,
    openings  jsonb not null
);
