package io.guanxi.scoring.activity;

import io.guanxi.contracts.Topics;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Projection;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Facts from core banking by topic. A record is a line of {@code POST /activities}; a bad one is
 * listed and never holds the others up.
 */
@ApplicationScoped
public class ActivityFeed implements Projection {
    private static final byte[] NOTHING = {};

    private final FactLines lines;
    private final BusinessClock clock;

    ActivityFeed(FactLines lines, BusinessClock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "activity-feed";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.ACTIVITY);
    }

    @Override
    public Set<String> types() {
        return Set.of();
    }

    @Override
    public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
        List<byte[]> values =
                events.stream()
                        .map(event -> event.data() == null ? NOTHING : event.data())
                        .toList();
        lines.take(connection, values, clock.now());
    }
}
