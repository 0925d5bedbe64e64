package io.guanxi.local.bank;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the phones of the managers hold when the demo begins: autumn's visits to the clients owned
 * since then, December's to some others, and the plans for the coming weeks.
 */
final class GeneratedDiary {
    private static final List<String> PURPOSES =
            List.of("SERVICE", "COURTESY", "OFFER", "INVITATION");
    private static final List<String> TOPICS =
            List.of("deposits", "payroll", "credit line", "cards", "year-end review");

    private final Clientele clientele;

    GeneratedDiary(Clientele clientele) {
        this.clientele = clientele;
    }

    Stream<VisitLine> visits() {
        return clientele
                .byManager()
                .flatMap(GeneratedDiary::visitsTo)
                .sorted(Comparator.comparing(VisitLine::rmId));
    }

    private static Stream<VisitLine> visitsTo(Persona persona) {
        Chance chance =
                Chance.of(GeneratedBank.SEED, "diary-" + persona.organisation(), persona.number());
        if (persona.lastSeen().isPresent()) {
            YearMonth seen = persona.lastSeen().get();
            LocalDate day = workingDay(seen.getYear(), seen.getMonthValue(), 13, chance, 14);
            return Stream.of(log(persona, day, chance));
        }
        if (persona.behaviour() == Behaviour.LEAVING) {
            return Stream.empty();
        }
        if (chance.happens(persona.organisation() ? 0.18 : 0.05)) {
            return Stream.of(log(persona, workingDay(2025, 12, 3, chance, 24), chance));
        }
        if (chance.happens(persona.organisation() ? 0.12 : 0.03)) {
            return Stream.of(plan(persona, workingDay(2026, 1, 6, chance, 20), chance));
        }
        return Stream.empty();
    }

    private static VisitLine log(Persona persona, LocalDate day, Chance chance) {
        Instant began = at(day, chance);
        int minutes = 30 + 15 * chance.between(0, 5);
        Map<String, Object> body =
                Map.of(
                        "channel",
                        "FACE_TO_FACE",
                        "occurredAt",
                        began.toString(),
                        "durationMinutes",
                        minutes,
                        "topics",
                        List.of(chance.one(TOPICS)));
        return line("log", persona, began.plusSeconds(60L * minutes), body);
    }

    private static VisitLine plan(Persona persona, LocalDate day, Chance chance) {
        Instant starts = at(day, chance);
        Map<String, Object> body =
                Map.of(
                        "purpose", chance.one(PURPOSES),
                        "startsAt", starts.toString(),
                        "endsAt", starts.plusSeconds(3_600).toString(),
                        "channel", "FACE_TO_FACE",
                        "place", Map.of("name", "client site"));
        Instant written = GeneratedBank.OPENS.atTime(8, 30).atZone(GeneratedBank.ZONE).toInstant();
        return line("plan", persona, written, body);
    }

    private static VisitLine line(
            String type, Persona persona, Instant occurredAt, Map<String, Object> body) {
        return new VisitLine(
                BankIds.operation(GeneratedBank.IDENTITY, type + "-" + persona.code()),
                type,
                BankIds.visit(GeneratedBank.IDENTITY, persona.code()),
                persona.id(),
                persona.rmId(),
                occurredAt,
                body);
    }

    private static Instant at(LocalDate day, Chance chance) {
        return day.atTime(chance.between(9, 16), 15 * chance.between(0, 3))
                .atZone(GeneratedBank.ZONE)
                .toInstant();
    }

    private static LocalDate workingDay(int year, int month, int from, Chance chance, int days) {
        LocalDate day = LocalDate.of(year, month, from).plusDays(chance.between(0, days - 1));
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return day.minusDays(2);
        }
        return day;
    }
}
