package io.guanxi.kit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.directory.CalendarChanged;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.reckoning.Reckonings;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.service.time.Calendars;
import io.guanxi.kit.service.toy.Promise;
import io.guanxi.kit.service.toy.PromisesReckoned;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows a calendar moves with it, and only that. */
@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class ReckoningTest {
    private static final Duration GENEROUS = Duration.ofSeconds(30);
    private static final int YEAR = 2026;

    @Inject EventStore store;
    @Inject BusinessClock clock;
    @Inject Calendars calendars;
    @Inject PromisesReckoned promises;
    @Inject Reckonings reckonings;

    @Test
    void a_changed_calendar_moves_what_is_open_by_working_days_and_nothing_else() {
        List<UUID> labourDay = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            labourDay.add(promised("2026-04-30"));
        }
        UUID march = promised("2026-03-05");
        assertThat(due(labourDay.getFirst())).isEqualTo("2026-05-07T16:00:00Z");
        assertThat(due(march)).isEqualTo("2026-03-09T16:00:00Z");

        notice(Map.of(LocalDate.of(YEAR, 5, 6), false));
        reckonedWhen(labourDay, "2026-05-08T16:00:00Z");
        notice(Map.of(LocalDate.of(YEAR, 5, 6), false, LocalDate.of(YEAR, 5, 8), false));
        reckonedWhen(labourDay, "2026-05-09T16:00:00Z");
        notice(Map.of());
        reckonedWhen(labourDay, "2026-05-07T16:00:00Z");

        assertThat(labourDay).allSatisfy(id -> assertThat(events(id)).isEqualTo(4));
        assertThat(events(march)).isEqualTo(1);
    }

    private void reckonedWhen(List<UUID> all, String due) {
        Eventually.within(
                GENEROUS, () -> all.stream().allMatch(id -> due(id).toString().equals(due)));
        Eventually.within(GENEROUS, () -> reckonings.due(clock.now()) == 0);
    }

    private UUID promised(String asked) {
        UUID id = Uuids.v7();
        store.execute(
                CommandContext.of(Uuids.v7(), "svc:toy", clock.now()),
                Promise.PROMISES,
                id,
                new Promise.Command.Give(
                        LocalDate.parse(asked), 2, calendars.calendar(Calendars.DEFAULT)));
        promises.add(id);
        return id;
    }

    private Instant due(UUID promise) {
        return store.load(Promise.PROMISES, promise).state().dueAt();
    }

    private int events(UUID promise) {
        return store.read(Promise.PROMISES, promise, 0).size();
    }

    /** China's days of the year as they are built in, but for these. */
    private static void notice(Map<LocalDate, Boolean> others) {
        Map<LocalDate, Boolean> days = new TreeMap<>(builtIn());
        days.putAll(others);
        CalendarChanged changed =
                new CalendarChanged(
                        Calendars.DEFAULT,
                        YEAR,
                        days.entrySet().stream()
                                .map(d -> new CalendarChanged.Day(d.getKey(), d.getValue()))
                                .toList());
        DirectoryTest.send(
                io.guanxi.contracts.Ids.of("calendar", Calendars.DEFAULT).toString(),
                Contract.ceType(CalendarChanged.class),
                new String(Json.bytes(changed), StandardCharsets.UTF_8));
    }

    private static Map<LocalDate, Boolean> builtIn() {
        Map<LocalDate, Boolean> days = new TreeMap<>();
        try (var in = Calendars.class.getResourceAsStream("/calendars/cn/" + YEAR + ".json")) {
            for (var day : Json.MAPPER.readTree(in).get("days")) {
                days.put(
                        LocalDate.parse(day.get("date").textValue()),
                        !day.get("isOffDay").booleanValue());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return days;
    }
}
