-- For whom a client's personal data are open outside the book, and until when; client-service writes
-- it in its appends (there it may stand already, see its V22), services that keep words about clients
-- by their consumer.
create table if not exists book_break_glass (
    client_id uuid primary key,
    openings  jsonb
);
