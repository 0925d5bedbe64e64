package io.guanxi.notification.routing;

import io.guanxi.contracts.alerts.Severity;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookClient;
import io.guanxi.kit.service.book.BookStaff;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.service.time.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns settings and directory into names: who is told of an alert now, and who later. */
@ApplicationScoped
public class Routing {

    /** The address of an alert. */
    public record Addressed(
            Severity severity,
            String managerId,
            String unitId,
            List<String> recipients,
            List<LadderStep> ladder) {
        public Addressed {
            recipients = List.copyOf(recipients);
            ladder = List.copyOf(ladder);
        }
    }

    private final Book book;
    private final Units units;
    private final Settings settings;
    private final Calendars calendars;
    private final BusinessClock clock;

    Routing(Book book, Units units, Settings settings, Calendars calendars, BusinessClock clock) {
        this.book = book;
        this.units = units;
        this.settings = settings;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** An alert about a client: to whoever owns the client now. */
    public Addressed aboutClient(String kind, Band band, UUID clientId, Instant at) {
        Optional<BookClient> client = book.client(clientId);
        String manager = client.map(BookClient::rmId).orElse(null);
        String unit = client.map(BookClient::unitId).orElse(null);
        return addressed(kind, band, manager, unit, at);
    }

    /** An alert about a member of staff. */
    public Addressed aboutStaff(String kind, String staffId, Instant at) {
        String unit = book.staff(staffId).map(BookStaff::unitId).orElse(null);
        return addressed(kind, Band.OTHER, staffId, unit, at);
    }

    private Addressed addressed(String kind, Band band, String manager, String unit, Instant at) {
        Routes.Route route = settings.get("routes", Routes.class).of(kind, band);
        List<LadderStep> ladder =
                settings.get("ladder", Ladder.class).plan(kind, band, at, this::endOfWorkingDay);
        return new Addressed(
                route.severity(), manager, unit, people(route.to(), manager, unit), ladder);
    }

    /** Who a step of the ladder reaches now, which may be others than when the alert was raised. */
    public List<String> at(Level level, UUID clientId, String managerId) {
        Optional<BookClient> client = Optional.ofNullable(clientId).flatMap(book::client);
        String manager = client.map(BookClient::rmId).orElse(clientId == null ? managerId : null);
        return people(List.of(level), manager, client.map(BookClient::unitId).orElse(null));
    }

    private List<String> people(List<Level> levels, String manager, String unit) {
        List<String> chain = chain(manager, unit);
        return levels.stream()
                .map(Level::ordinal)
                .filter(n -> n < chain.size())
                .map(chain::get)
                .distinct()
                .toList();
    }

    /**
     * A client that nobody owns is the affair of the head of its unit; where that one has left, of
     * who is above.
     */
    private List<String> chain(String manager, String unit) {
        String first = manager != null ? manager : units.head(unit).orElse(null);
        if (first == null) {
            return List.of();
        }
        List<String> chain = new ArrayList<>(book.supervisors(first));
        if (manager != null || book.staff(first).map(BookStaff::active).orElse(true)) {
            chain.addFirst(first);
        }
        return chain;
    }

    private Instant endOfWorkingDay(Instant from, int days) {
        LocalDate start = LocalDate.ofInstant(from, clock.zone());
        return calendars.endOf(calendars.plusWorkingDays(start, days));
    }
}
