package io.guanxi.scoring.activity;

import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.contracts.activity.ActivityType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A fact whose client is known.
 *
 * @param day the bank's local day it happened on
 */
record ResolvedFact(IncomingFact incoming, UUID client, LocalDate day) {
    static final String BANK = "BANK";
    private static final String LOAN = "LOAN";

    static ResolvedFact of(IncomingFact incoming, UUID client, ZoneId zone) {
        return new ResolvedFact(incoming, client, LocalDate.ofInstant(incoming.fact().at(), zone));
    }

    ActivityFact fact() {
        return incoming.fact();
    }

    IncomingFact.Key key() {
        return incoming.key();
    }

    String attribute(String name) {
        return fact().attributes().get(name);
    }

    /** Interest, fees and penalties are the bank's own doing and say nothing about the client. */
    boolean counts() {
        return fact().type() == ActivityType.TRANSACTION && !BANK.equals(attribute("initiator"));
    }

    boolean isLoan() {
        return LOAN.equals(attribute("kind"));
    }

    String account() {
        String account = attribute("account");
        return account == null ? "" : account;
    }
}
