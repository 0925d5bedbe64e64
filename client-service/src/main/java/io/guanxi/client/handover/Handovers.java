package io.guanxi.client.handover;

import io.agroal.api.AgroalDataSource;
import io.guanxi.client.handover.Handover.CarriedOut;
import io.guanxi.client.handover.Handover.Requested;
import io.guanxi.client.handover.Handover.Unrequested;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.approval.ApprovalCard;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.FieldChange;
import io.guanxi.kit.service.past.HistoryEntry;
import io.guanxi.kit.service.runtime.Unpublished;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The handovers as the caller may see them: from, or to, somebody of the own part of the bank. */
@ApplicationScoped
class Handovers implements Unpublished {
    private static final String LIST =
            """
            select h.*, a.state, a.expires_at from handover_view h
              join approval a on a.thing = '/handovers/' || h.handover_id
             where h.handover_id > ? and (? or h.from_id = any(?) or h.to_id = any(?))
             order by h.handover_id limit ?
            """;

    private final AgroalDataSource database;
    private final EventStore store;
    private final FourEyes approvals;
    private final Book book;

    Handovers(AgroalDataSource database, EventStore store, FourEyes approvals, Book book) {
        this.database = database;
        this.store = store;
        this.approvals = approvals;
        this.book = book;
    }

    @Override
    public Aggregate<?, ?, ?> aggregate() {
        return HandoverStream.HANDOVER;
    }

    /** The handover and its version; 404 for one the caller may not see. */
    Loaded<HandoverCard> find(UUID id) {
        return find(id, Past.NOW);
    }

    /** The same as it was, with the approval of then. */
    Loaded<HandoverCard> find(UUID id, Past past) {
        Loaded<Handover> handover = store.load(HandoverStream.HANDOVER, id, past);
        HandoverCard card = card(handover.state(), past);
        BookScope scope = book.scope();
        boolean seen =
                card != null
                        && (scope.all()
                                || scope.rmIds().contains(card.from())
                                || scope.rmIds().contains(card.to()));
        if (!seen) {
            throw unknown();
        }
        return new Loaded<>(card, handover.version());
    }

    /** The fields that differ between two instants; all of them if it was not asked for before. */
    Changes changes(UUID id, ChangesQuery query) {
        find(id);
        return new Changes(FieldChange.between(then(id, query.before()), then(id, query.after())));
    }

    /** A page of its events. */
    Page<HistoryEntry> history(UUID id, Paging paging) {
        find(id);
        return HistoryEntry.page(store, HandoverStream.HANDOVER, id, paging);
    }

    private HandoverCard then(UUID id, Past past) {
        return card(store.load(HandoverStream.HANDOVER, id, past).state(), past);
    }

    private HandoverCard card(Handover handover, Past past) {
        return switch (handover) {
            case Unrequested _ -> null;
            case Requested(var details, _, var reason) -> card(details, reason, null, past);
            case CarriedOut(var details, var reason, var clients) ->
                    card(details, reason, clients, past);
        };
    }

    private HandoverCard card(HandoverDetails details, String reason, Integer moved, Past past) {
        ApprovalCard approval =
                approvals.last(HandingOver.thing(details.handoverId()), past).orElseThrow();
        Integer asked = details.whole() ? null : (Integer) details.clientIds().size();
        return new HandoverCard(
                details.handoverId(),
                details.fromId(),
                details.toId(),
                details.whole(),
                moved == null ? asked : moved,
                details.clientIds(),
                reason,
                state(approval.state().name()),
                approval.requestedAt(),
                moved == null ? null : approval.decidedAt(),
                approval);
    }

    List<HandoverCard> page(UUID after, int rows) {
        BookScope scope = book.scope();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            var rms = connection.createArrayOf("text", scope.rmIds().toArray());
            select.setObject(1, after);
            select.setBoolean(2, scope.all());
            select.setArray(3, rms);
            select.setArray(4, rms);
            select.setInt(5, rows);
            List<HandoverCard> page = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(listed(row));
                }
            }
            return page;
        } catch (SQLException e) {
            throw new IllegalStateException("The handovers cannot be read.", e);
        }
    }

    private HandoverCard listed(ResultSet row) throws SQLException {
        int clients = row.getInt("clients");
        OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        return new HandoverCard(
                row.getObject("handover_id", UUID.class),
                row.getString("from_id"),
                row.getString("to_id"),
                row.getBoolean("whole"),
                clients == 0 ? null : (Integer) clients,
                null,
                null,
                state(row.getString("state")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                done == null ? null : done.toInstant(),
                null);
    }

    private static String state(String approval) {
        return switch (approval) {
            case "PENDING" -> "REQUESTED";
            case "GRANTED" -> "DONE";
            default -> approval;
        };
    }

    private static Problem unknown() {
        return Problem.notFound(HandoverRefusal.UNKNOWN.code());
    }
}
