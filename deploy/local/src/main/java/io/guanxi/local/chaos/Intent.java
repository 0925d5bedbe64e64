package io.guanxi.local.chaos;

import java.util.Locale;
import java.util.UUID;

/**
 * A command as its client means it.
 *
 * @param tally what it is about; for a shift, where it is taken from
 * @param other where a shift goes, else the same tally
 * @param label what a claim reserves, else {@code -}
 */
record Intent(
        UUID command, Kind kind, UUID tally, UUID other, int n, boolean poison, String label) {

    /** What a client can ask. */
    enum Kind {
        ADD,
        CREATE,
        TAKE,
        SHIFT,
        CLAIM
    }

    static Intent poisonous(UUID command, UUID tally) {
        return new Intent(command, Kind.ADD, tally, tally, 1, true, "-");
    }

    /** How many events it comes to when it is accepted. */
    int events() {
        return kind == Kind.SHIFT ? 2 : 1;
    }

    String line() {
        return String.join(
                " ",
                "I",
                command.toString(),
                kind.name(),
                tally.toString(),
                other.toString(),
                Integer.toString(n),
                Boolean.toString(poison),
                label);
    }

    static Intent parse(String[] words) {
        return new Intent(
                UUID.fromString(words[1]),
                Kind.valueOf(words[2].toUpperCase(Locale.ROOT)),
                UUID.fromString(words[3]),
                UUID.fromString(words[4]),
                Integer.parseInt(words[5]),
                Boolean.parseBoolean(words[6]),
                words[7]);
    }
}
