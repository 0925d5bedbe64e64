create table toy_shelf (client_id uuid primary key, note text);
