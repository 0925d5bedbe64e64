package io.guanxi.client.client;

import io.guanxi.client.client.ClientCommand.ReportDuplicate;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What happens when somebody registers a client that the bank knows. Inside the own book the answer
 * names the client; outside it says nothing more, and the other unit's supervisor hears of it.
 */
@ApplicationScoped
public class Duplicates {
    private final EventStore store;
    private final Book book;

    Duplicates(EventStore store, Book book) {
        this.store = store;
        this.book = book;
    }

    /** Runs the command; a number that another client holds is reported, and still refused. */
    public CommandOutcome reported(CommandContext context, Supplier<CommandOutcome> command) {
        try {
            return command.get();
        } catch (CommandRefused refused) {
            if (refused.refusal() instanceof ClientKey key) {
                report(context, key);
            }
            throw refused;
        }
    }

    private void report(CommandContext context, ClientKey key) {
        Optional<UUID> holder = holder(key);
        if (holder.isEmpty()) {
            return;
        }
        UUID client = holder.get();
        if (book.readable(client)) {
            throw Problem.conflict(key.code(), "This is client " + client + ".");
        }
        UUID command = Uuids.v5(context.commandId(), key.reasonCode());
        store.execute(
                CommandContext.of(command, context.actor(), context.recordedAt()),
                ClientStream.CLIENT,
                client,
                new ReportDuplicate(
                        client, context.actor(), key.reasonCode(), context.recordedAt()));
    }

    private Optional<UUID> holder(ClientKey key) {
        return Optional.ofNullable(store.holders(key.scope(), List.of(key.key())).get(key.key()));
    }
}
