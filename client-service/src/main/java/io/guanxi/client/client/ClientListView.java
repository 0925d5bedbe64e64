package io.guanxi.client.client;

import io.guanxi.client.client.ClientEvent.AssignmentRefusedFull;
import io.guanxi.client.client.ClientEvent.BreakGlassOpened;
import io.guanxi.client.client.ClientEvent.ClientChanged;
import io.guanxi.client.client.ClientEvent.ClientErased;
import io.guanxi.client.client.ClientEvent.ClientRegistered;
import io.guanxi.client.client.ClientEvent.DuplicateReported;
import io.guanxi.client.client.ClientEvent.ManagerAssigned;
import io.guanxi.client.client.ClientEvent.MovedToUnit;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import java.util.List;
import java.util.UUID;

/** What lists and the card show of a client, beside the book. */
public final class ClientListView implements InlineView<ClientEvent, ClientListView.Row> {

    /**
     * A row of {@code client_view}.
     *
     * @param searchName the name in lower case
     * @param externalKeys {@code system|value}, for the filter
     */
    public record Row(
            UUID clientId,
            String kind,
            String name,
            String searchName,
            String segment,
            UUID parentId,
            List<String> flags,
            String keyLevel,
            List<String> externalKeys,
            String stage,
            String state,
            PublicDetails details,
            PrivateDetails personal,
            int version) {}

    @Override
    public String table() {
        return "client_view";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<ClientEvent> event) {
        return switch (event.event()) {
            case ClientRegistered e ->
                    row(e.clientId(), e.details(), e.personal(), event.version());
            case ClientChanged e -> row(e.clientId(), e.details(), e.personal(), event.version());
            case ClientErased e -> row(e.clientId(), e.details(), null, event.version());
            case ManagerAssigned _,
                    MovedToUnit _,
                    AssignmentRefusedFull _,
                    DuplicateReported _,
                    BreakGlassOpened _ ->
                    row == null ? null : row(row, event.version());
        };
    }

    private static Row row(Row row, int version) {
        return row(row.clientId(), row.details(), row.personal(), version);
    }

    private static Row row(UUID id, PublicDetails details, PrivateDetails personal, int version) {
        PrivateDetails known = personal == null ? PrivateDetails.FORGOTTEN : personal;
        String name =
                details.kind() == ClientKind.PERSON
                        ? known.personName()
                        : details.organisationName();
        return new Row(
                id,
                details.kind().name(),
                name,
                name == null ? null : SearchText.of(name),
                details.segment(),
                details.parentId(),
                details.flags().stream().map(Flag::name).toList(),
                details.keyLevel() == null ? null : details.keyLevel().name(),
                details.externalIds().stream().map(SearchText::of).toList(),
                details.stage().name(),
                details.state().name(),
                details,
                known,
                version);
    }
}
