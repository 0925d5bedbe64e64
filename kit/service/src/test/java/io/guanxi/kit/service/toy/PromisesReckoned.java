package io.guanxi.kit.service.toy;

import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.reckoning.Reckoned;
import io.guanxi.kit.service.time.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;

/** All promises that were given follow the calendar of working days. */
@ApplicationScoped
public class PromisesReckoned implements Reckoned {
    private final ConcurrentSkipListSet<String> given = new ConcurrentSkipListSet<>();
    private final Calendars calendars;

    PromisesReckoned(Calendars calendars) {
        this.calendars = calendars;
    }

    public void add(UUID promise) {
        given.add(promise.toString());
    }

    @Override
    public String name() {
        return "promises";
    }

    @Override
    public Set<String> settings() {
        return Set.of();
    }

    @Override
    public boolean followsCalendars() {
        return true;
    }

    @Override
    public List<String> subjects(String after, int limit) {
        return given.tailSet(after == null ? "" : after, false).stream().limit(limit).toList();
    }

    @Override
    public UUID stream(String subject) {
        return UUID.fromString(subject);
    }

    @Override
    public void reckon(String subject, Session session) {
        session.execute(
                Promise.PROMISES,
                stream(subject),
                new Promise.Command.Reckon(calendars.calendar(Calendars.DEFAULT)));
    }
}
