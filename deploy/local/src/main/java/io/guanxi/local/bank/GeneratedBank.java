package io.guanxi.local.bank;

import io.guanxi.contracts.activity.ActivityFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The demo bank: 2,000 organisations and 8,000 persons, the same on every machine. Clients of every
 * tier and every risk level exist, and some forty were last seen in October, so that moving the
 * clock by 45 days lets visits fall due without flooding anybody.
 */
public final class GeneratedBank implements Bank {
    static final String IDENTITY = "generated-1";
    static final long SEED = 20260105;
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate OPENS = LocalDate.of(2026, 1, 5);
    static final LocalDate OWNED_SINCE = LocalDate.of(2025, 12, 1);
    static final YearMonth SEEN_IN_AUTUMN = YearMonth.of(2025, 10);
    static final YearMonth SEEN_LONG_AGO = YearMonth.of(2025, 9);

    private final Names names = new Names(SEED);
    private final Branches branches = new Branches();
    private final Clientele clientele;

    public GeneratedBank() {
        this(2_000, 8_000);
    }

    GeneratedBank(int organisations, int persons) {
        this.clientele = new Clientele(organisations, persons);
    }

    @Override
    public String identity() {
        return IDENTITY;
    }

    @Override
    public String title() {
        return "the generated demo bank";
    }

    @Override
    public ZoneId zone() {
        return ZONE;
    }

    @Override
    public LocalDateTime opensAt() {
        return OPENS.atTime(9, 0);
    }

    @Override
    public String currency() {
        return "CNY";
    }

    @Override
    public List<UnitLine> units() {
        return branches.units();
    }

    @Override
    public List<StaffLine> staff() {
        return branches.staff();
    }

    @Override
    public Stream<ClientLine> clients() {
        return clientele.byManager().map(this::line);
    }

    @Override
    public Stream<ActivityFact> facts() {
        return clientele.all().flatMap(persona -> new GeneratedLedger(persona).facts());
    }

    @Override
    public Stream<VisitLine> visits() {
        return new GeneratedDiary(clientele).visits();
    }

    @Override
    public List<LeftOut> leftOut() {
        return List.of();
    }

    @Override
    public int daysToTell() {
        return 2;
    }

    @Override
    public Optional<String> fullBook() {
        return Optional.of(Branches.corporateRm(0));
    }

    @Override
    public List<String> madeUp() {
        return List.of("Everything: units, people, clients, facts and visits are generated.");
    }

    private ClientLine line(Persona persona) {
        Chance chance = Chance.of(SEED, "profile-" + persona.organisation(), persona.number());
        return persona.organisation() ? organisation(persona, chance) : person(persona, chance);
    }

    private ClientLine organisation(Persona persona, Chance chance) {
        String segment = chance.one(Segments.ORGANISATIONS);
        List<String> flags =
                segment.equals("PARTY_GOVERNMENT")
                        ? List.of("GOVERNMENT")
                        : persona.rank() % 71 == 0 ? List.of("BENCHMARK") : List.of();
        return new ClientLine(
                persona.id(),
                "ORGANIZATION",
                names.organisation(persona.number(), segment),
                segment,
                persona.unitId(),
                flags,
                external(persona),
                "SYSTEM",
                Map.of(),
                persona.rmId(),
                since(persona));
    }

    private ClientLine person(Persona persona, Chance chance) {
        LocalDate birthday = LocalDate.of(1945, 1, 1).plusDays(chance.between(0, 22_000));
        return new ClientLine(
                persona.id(),
                "PERSON",
                names.person(persona.number()),
                chance.one(Segments.PERSONS),
                persona.unitId(),
                List.of(),
                external(persona),
                "SYSTEM",
                Map.of("birthday", birthday.toString()),
                persona.rmId(),
                since(persona));
    }

    private static List<ClientLine.ExternalId> external(Persona persona) {
        return List.of(new ClientLine.ExternalId("core", persona.code()));
    }

    private static Instant since(Persona persona) {
        LocalDate day = persona.lastSeen().map(month -> month.atDay(1)).orElse(OWNED_SINCE);
        return day.atStartOfDay(ZONE).toInstant();
    }
}
