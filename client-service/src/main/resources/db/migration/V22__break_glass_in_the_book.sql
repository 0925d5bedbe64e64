-- Every service has it now, as book_break_glass; what was open for a while is opened again.
drop table client_break_glass;
