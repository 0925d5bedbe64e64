package io.guanxi.local.bank;

import io.guanxi.kit.eventsourcing.Uuids;
import java.util.UUID;

/** Ids that follow from a name, so that a second load sends the same ids as the first. */
final class BankIds {
    private static final UUID RFC_URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
    private static final UUID NAMESPACE = Uuids.v5(RFC_URL, "urn:guanxi:banks");

    private BankIds() {}

    static UUID client(String bank, String number) {
        return Uuids.v5(NAMESPACE, bank + "/client/" + number);
    }

    static UUID visit(String bank, String number) {
        return Uuids.v5(NAMESPACE, bank + "/visit/" + number);
    }

    static UUID operation(String bank, String number) {
        return Uuids.v5(NAMESPACE, bank + "/operation/" + number);
    }
}
