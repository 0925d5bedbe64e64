create index approval_client on approval (client_id) where client_id is not null;
