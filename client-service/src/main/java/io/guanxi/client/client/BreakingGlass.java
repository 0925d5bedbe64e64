package io.guanxi.client.client;

import io.guanxi.client.client.ClientCommand.OpenBreakGlass;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Opens a client's personal data outside the book, for a while and with a reason. */
@ApplicationScoped
public class BreakingGlass {
    private static final String UNSPECIFIED = "UNSPECIFIED";

    /**
     * The setting {@code break-glass}.
     *
     * @param minutes how long it stays open
     */
    public record BreakGlassRules(int minutes) {}

    private final EventStore store;
    private final Settings settings;

    BreakingGlass(EventStore store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * Opens it.
     *
     * @param reasonCode published, unlike the reason; may be null
     */
    public CommandOutcome open(
            UUID clientId, String reason, String reasonCode, CommandContext context) {
        Instant at = context.recordedAt();
        int minutes = settings.get("break-glass", BreakGlassRules.class).minutes();
        return store.execute(
                context,
                ClientStream.CLIENT,
                clientId,
                new OpenBreakGlass(
                        clientId,
                        context.actor(),
                        reasonCode == null ? UNSPECIFIED : reasonCode,
                        reason,
                        at,
                        at.plus(Duration.ofMinutes(minutes))));
    }
}
