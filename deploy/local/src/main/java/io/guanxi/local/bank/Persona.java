package io.guanxi.local.bank;

import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * A generated client: how large it is among its kind, what it does lately, who looks after it, and
 * in which month it was seen when that is long ago.
 */
record Persona(
        int number,
        boolean organisation,
        int rank,
        int peers,
        Behaviour behaviour,
        String rmId,
        String unitId,
        Optional<YearMonth> lastSeen) {

    /** The core banking number. */
    String code() {
        return (organisation ? "O%05d" : "P%05d").formatted(number);
    }

    UUID id() {
        return BankIds.client(GeneratedBank.IDENTITY, code());
    }

    /** Monthly revenue in quiet times: a few bring in most of it, as in any bank. */
    double monthlyRevenue() {
        // Who leaves loses points for growth; it starts larger, so that A and B have leavers too.
        double size = behaviour == Behaviour.LEAVING ? 0.4 : 1;
        double place = size * (rank + 0.5) / peers;
        return organisation
                ? 2_000 / Math.pow(place + 0.002, 1.1)
                : 15 / Math.pow(place + 0.002, 0.9);
    }
}
