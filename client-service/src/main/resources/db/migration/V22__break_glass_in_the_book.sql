-- Every service has it now, as book_break_glass (db/service, which may have run before or not); what
-- is open stays open.
do $$
begin
    if to_regclass('book_break_glass') is null then
        alter table client_break_glass rename to book_break_glass;
    else
        insert into book_break_glass (client_id, openings)
        select client_id, openings from client_break_glass where openings is not null;
        drop table client_break_glass;
    end if;
end
$$;
