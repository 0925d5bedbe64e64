package io.guanxi.local.bank;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who the clients of the generated bank are, before anything is said about them. */
final class Clientele {
    /** One corporate manager's book is full, so that a cap can be seen to hold. */
    static final int FULL_BOOK = 60;

    private static final int ORGANISATIONS_PER_LEAVER = 31;
    private static final int PERSONS_PER_LEAVER = 97;

    /** A step without common divisor spreads the size ranks over the managers. */
    private static final int STEP = 7_919;

    private final int organisations;
    private final int persons;

    Clientele(int organisations, int persons) {
        this.organisations = organisations;
        this.persons = persons;
    }

    Stream<Persona> all() {
        return Stream.concat(
                IntStream.range(0, organisations).mapToObj(this::organisation),
                IntStream.range(0, persons).mapToObj(this::person));
    }

    Stream<Persona> byManager() {
        return all().sorted(Comparator.comparing(Persona::rmId));
    }

    private Persona organisation(int number) {
        int rank = rank(number, organisations);
        int rm = number < FULL_BOOK ? 0 : 1 + (number - FULL_BOOK) % (Branches.CORPORATE_RMS - 1);
        Behaviour behaviour = Behaviour.of(rank, organisations, ORGANISATIONS_PER_LEAVER);
        return new Persona(
                number,
                true,
                rank,
                organisations,
                behaviour,
                Branches.corporateRm(rm),
                Branches.corporateTeam(rm),
                lastSeen(number, behaviour));
    }

    private Persona person(int number) {
        int rank = rank(number, persons);
        int rm = number % Branches.PERSONAL_RMS;
        Behaviour behaviour = Behaviour.of(rank, persons, PERSONS_PER_LEAVER);
        return new Persona(
                number,
                false,
                rank,
                persons,
                behaviour,
                Branches.personalRm(rm),
                Branches.personalTeam(rm),
                lastSeen(number, behaviour));
    }

    private static int rank(int number, int peers) {
        return (int) ((long) number * STEP % peers);
    }

    /** Some forty clients fall due on 31 January, and a handful is overdue from the first day. */
    private static Optional<YearMonth> lastSeen(int number, Behaviour behaviour) {
        if (behaviour == Behaviour.NEW) {
            return Optional.empty();
        }
        if (number % 2_000 == 917) {
            return Optional.of(GeneratedBank.SEEN_LONG_AGO);
        }
        return number % 250 == 17 ? Optional.of(GeneratedBank.SEEN_IN_AUTUMN) : Optional.empty();
    }
}
