package io.guanxi.client.access;

import io.guanxi.client.access.ClientAccess.Person;
import io.guanxi.client.access.ClientAccess.Reason;
import io.guanxi.client.access.Placings.Placing;
import io.guanxi.client.client.ClientEvent;
import io.guanxi.client.client.ClientEvent.BreakGlassOpened;
import io.guanxi.client.client.ClientStream;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reckons from the events who could see a client on a day. */
@ApplicationScoped
class AccessOn {
    private final EventStore store;
    private final CoversThen covers;
    private final UnitsThen units;
    private final BusinessClock clock;

    AccessOn(EventStore store, CoversThen covers, UnitsThen units, BusinessClock clock) {
        this.store = store;
        this.covers = covers;
        this.units = units;
        this.clock = clock;
    }

    ClientAccess of(UUID clientId, LocalDate day) {
        Interval whole =
                new Interval(
                        day.atStartOfDay(clock.zone()).toInstant(),
                        day.plusDays(1).atStartOfDay(clock.zone()).toInstant());
        List<Recorded<ClientEvent>> events = store.read(ClientStream.CLIENT, clientId, 0);
        List<Person> people = new ArrayList<>();
        for (Placing placing : Placings.of(events)) {
            placing.during().within(whole).ifPresent(during -> add(placing, during, people));
        }
        for (Recorded<ClientEvent> recorded : events) {
            opened(recorded.event(), whole).ifPresent(people::add);
        }
        return new ClientAccess(clientId, day, people.stream().distinct().toList());
    }

    /** The unit as it was at the end of the interval: what changed in the day counts. */
    private void add(Placing placing, Interval during, List<Person> people) {
        if (placing.rmId() != null) {
            people.add(
                    new Person(placing.rmId(), Reason.OWNER, null, during.from(), during.until()));
            people.addAll(covers.of(placing.rmId(), during));
        }
        Instant last = during.until().minus(1, ChronoUnit.MICROS);
        people.addAll(units.leaders(placing.unitId(), last, during));
    }

    private static Optional<Person> opened(ClientEvent event, Interval whole) {
        return event instanceof BreakGlassOpened opened
                ? new Interval(opened.at(), opened.until())
                        .within(whole)
                        .map(
                                i ->
                                        new Person(
                                                opened.byId(),
                                                Reason.BREAK_GLASS,
                                                null,
                                                i.from(),
                                                i.until()))
                : Optional.empty();
    }
}
