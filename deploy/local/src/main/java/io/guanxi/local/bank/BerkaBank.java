package io.guanxi.local.bank;

import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.local.bank.BerkaData.Person;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The real Czech bank of the PKDD'99 challenge (Berka), as it stood on 1 April 1994. What the data
 * lacks (names, relationship managers, visits) is generated, and the bank says so.
 */
public final class BerkaBank implements Bank {
    static final String IDENTITY = "berka-1994-04-01";
    static final long SEED = 19940401;
    static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    static final LocalDate OPENS = LocalDate.of(1994, 4, 1);
    static final String CURRENCY = "CZK";

    private final BerkaData data;
    private final BerkaOffices offices;
    private final Names names = new Names(SEED);

    public BerkaBank(Path directory) {
        this.data = new BerkaData(directory, OPENS);
        this.offices = new BerkaOffices(data);
    }

    static UUID clientId(int number) {
        return BankIds.client(IDENTITY, Integer.toString(number));
    }

    @Override
    public String identity() {
        return IDENTITY;
    }

    @Override
    public String title() {
        return "the Czech bank of the PKDD'99 challenge (Berka), 1 April 1994";
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
        return CURRENCY;
    }

    @Override
    public List<UnitLine> units() {
        return offices.units();
    }

    @Override
    public List<StaffLine> staff() {
        return offices.staff();
    }

    @Override
    public Stream<ClientLine> clients() {
        return data.persons.stream()
                .sorted(Comparator.comparingInt(Person::district).thenComparingInt(Person::id))
                .map(this::line);
    }

    @Override
    public Stream<ActivityFact> facts() {
        return new BerkaLedger(data, OPENS).facts();
    }

    @Override
    public Stream<VisitLine> visits() {
        return new BerkaDiary(data).visits();
    }

    @Override
    public List<LeftOut> leftOut() {
        return List.copyOf(data.leftOut);
    }

    @Override
    public int daysToTell() {
        return 0;
    }

    @Override
    public Optional<String> fullBook() {
        return Optional.empty();
    }

    @Override
    public List<String> madeUp() {
        return List.of(
                "Names are generated; birthday and sex come from the birth number.",
                "Relationship managers are generated: one per district, for the clients whose"
                        + " account was open on the day.",
                "Visits are generated: the data has none.",
                "REVENUE is derived: fees + penalties + 3 %/12 of the mean daily balance, per"
                        + " account and month.",
                "Standing orders have no date in the data: they carry their account's.");
    }

    private ClientLine line(Person person) {
        LocalDate since = data.clientSince.get(person.id());
        boolean open = since != null;
        return new ClientLine(
                clientId(person.id()),
                "PERSON",
                names.czech(person.id(), person.woman()),
                null,
                BerkaOffices.unit(person.district()),
                List.of(),
                List.of(new ClientLine.ExternalId("berka", Integer.toString(person.id()))),
                "SYSTEM",
                Map.of(
                        "birthday",
                        person.birthday().toString(),
                        "sex",
                        person.woman() ? "FEMALE" : "MALE"),
                open ? BerkaOffices.manager(person.district()) : null,
                open ? ownedSince(person.id(), since) : null);
    }

    /**
     * Managers took over their books in the first quarter, so that not all visits fall due at once.
     */
    static Instant ownedSince(int client, LocalDate clientSince) {
        LocalDate taken = LocalDate.of(1994, 1 + client % 3, 1);
        LocalDate day = taken.isBefore(clientSince) ? clientSince : taken;
        return day.atStartOfDay(ZONE).toInstant();
    }
}
