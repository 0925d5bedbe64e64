package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.ConsumerStatus;
import io.guanxi.kit.eventsourcing.RelayStatus;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The business clock, and whether the service has caught up with it. */
@Path("/admin/clock")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminClockResource {

    /** Where to move the clock. */
    public record Move(@NotNull Instant to) {}

    /**
     * The clock, and what is still under way.
     *
     * @param relayLag events stored and not published yet
     * @param consumerLag by consumer, records not applied yet
     * @param due by timer, what is due and not acted on yet
     * @param marks positions that stand still when nothing moves any more
     */
    public record State(
            Instant now,
            long relayLag,
            Map<String, Long> consumerLag,
            Map<String, Long> due,
            Map<String, Long> marks) {}

    private final ServiceConfig config;
    private final BusinessClock clock;
    private final Timers timers;
    private final ServiceRelay relay;
    private final ServiceConsumers consumers;
    private final List<DueWork> work;

    AdminClockResource(
            ServiceConfig config,
            BusinessClock clock,
            Timers timers,
            ServiceRelay relay,
            ServiceConsumers consumers,
            @All List<DueWork> work) {
        this.config = config;
        this.clock = clock;
        this.timers = timers;
        this.relay = relay;
        this.consumers = consumers;
        this.work = work;
    }

    @GET
    public State state() {
        // The due work first: what it stores meanwhile still shows in the lags read after it.
        Map<String, Long> due = new TreeMap<>();
        Instant now = clock.now();
        work.forEach(each -> due.put(each.name(), each.due(now)));
        RelayStatus published = relay.relay().status();
        Map<String, Long> lag = new TreeMap<>();
        Map<String, Long> marks = new TreeMap<>();
        marks.put("stored", published.stored());
        for (ConsumerStatus consumer : consumers.consumers().status()) {
            lag.put(consumer.name(), consumer.lag());
            marks.put(
                    consumer.name(),
                    consumer.partitions().stream()
                            .mapToLong(ConsumerStatus.PartitionStatus::nextOffset)
                            .sum());
        }
        return new State(now, published.lag(), lag, due, marks);
    }

    @POST
    public State move(@Valid Move move) {
        if (!config.demoClock()) {
            throw Problem.of(404, "path.unknown", "Nothing is served at this address.");
        }
        clock.moveTo(move.to());
        timers.pokeAll();
        return state();
    }
}
