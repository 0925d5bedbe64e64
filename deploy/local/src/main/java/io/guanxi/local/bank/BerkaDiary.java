package io.guanxi.local.bank;

import io.guanxi.local.bank.BerkaData.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Invented visits to clients of the Berka bank: some in its last weeks, some planned for April. */
final class BerkaDiary {
    private static final Instant OPENS =
            BerkaBank.OPENS.atTime(8, 30).atZone(BerkaBank.ZONE).toInstant();

    private final BerkaData data;

    BerkaDiary(BerkaData data) {
        this.data = data;
    }

    Stream<VisitLine> visits() {
        return data.persons.stream()
                .filter(person -> data.clientSince.containsKey(person.id()))
                .sorted(Comparator.comparingInt(Person::district).thenComparingInt(Person::id))
                .flatMap(this::visitsTo);
    }

    private Stream<VisitLine> visitsTo(Person person) {
        Chance chance = Chance.of(BerkaBank.SEED, "diary", person.id());
        Instant owned = BerkaBank.ownedSince(person.id(), data.clientSince.get(person.id()));
        long days = Duration.between(owned, OPENS).toDays();
        if (days >= 2 && chance.happens(0.15)) {
            return Stream.of(log(person, owned, chance.between(1, (int) days - 1), chance));
        }
        if (chance.happens(0.1)) {
            return Stream.of(plan(person, chance));
        }
        return Stream.empty();
    }

    private static VisitLine log(Person person, Instant owned, int days, Chance chance) {
        Instant began = owned.plus(Duration.ofDays(days)).plus(Duration.ofHours(10));
        int minutes = 30 + 15 * chance.between(0, 4);
        return line(
                "log",
                person,
                began.plus(Duration.ofMinutes(minutes)),
                Map.of(
                        "channel",
                        "FACE_TO_FACE",
                        "occurredAt",
                        began.toString(),
                        "durationMinutes",
                        minutes,
                        "topics",
                        List.of("household payments")));
    }

    private static VisitLine plan(Person person, Chance chance) {
        Instant starts = OPENS.plus(Duration.ofDays(chance.between(3, 25))).plusSeconds(5_400);
        return line(
                "plan",
                person,
                OPENS,
                Map.of(
                        "purpose", "SERVICE",
                        "startsAt", starts.toString(),
                        "endsAt", starts.plusSeconds(3_600).toString(),
                        "channel", "FACE_TO_FACE",
                        "place", Map.of("name", "branch")));
    }

    private static VisitLine line(
            String type, Person person, Instant occurredAt, Map<String, Object> body) {
        return new VisitLine(
                BankIds.operation(BerkaBank.IDENTITY, type + "-" + person.id()),
                type,
                BankIds.visit(BerkaBank.IDENTITY, Integer.toString(person.id())),
                BerkaBank.clientId(person.id()),
                BerkaOffices.manager(person.district()),
                occurredAt,
                body);
    }
}
