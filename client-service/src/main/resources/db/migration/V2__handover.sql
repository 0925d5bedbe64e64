-- Handovers in lists; how the second person decided stands in approval.
create table handover_view (
    handover_id  uuid primary key,
    from_id      text,
    to_id        text,
    whole        boolean,
    clients      int,
    requested_by text,
    requested_at timestamptz,
    done_at      timestamptz
);
create index handover_view_from on handover_view (from_id, handover_id);
create index handover_view_to on handover_view (to_id, handover_id);
