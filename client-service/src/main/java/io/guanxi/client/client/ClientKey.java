package io.guanxi.client.client;

import io.guanxi.kit.eventsourcing.Refusal;
import io.guanxi.kit.service.personal.Identifiers;
import java.util.ArrayList;
import java.util.List;

/**
 * A number that only one client may hold, as it is reserved: personal identifiers as fingerprints,
 * the bank's own numbers as they are.
 *
 * @param reasonCode what a duplicate is reported by
 */
public record ClientKey(String scope, String key, String reasonCode) implements Refusal {

    public static List<ClientKey> of(
            PublicDetails details, PrivateDetails personal, Identifiers fingerprints) {
        List<ClientKey> keys = new ArrayList<>();
        for (ExternalId id : details.externalIds()) {
            keys.add(
                    new ClientKey(
                            "client-external-id", id.system() + "|" + id.value(), "EXTERNAL_ID"));
        }
        IdentityNumbers numbers = personal.identifiers();
        if (numbers != null) {
            add(keys, "client-uscc", numbers.uscc(), "USCC", fingerprints);
            add(keys, "client-lei", numbers.lei(), "LEI", fingerprints);
            add(keys, "client-resident-id", numbers.residentId(), "RESIDENT_ID", fingerprints);
        }
        return keys;
    }

    private static void add(
            List<ClientKey> keys,
            String scope,
            String value,
            String reasonCode,
            Identifiers fingerprints) {
        if (value != null) {
            keys.add(new ClientKey(scope, fingerprints.hmac(scope, value), reasonCode));
        }
    }

    /** The refusal when another client holds the number. */
    @Override
    public String code() {
        return ClientRefusal.DUPLICATE.code();
    }

    @Override
    public String detail() {
        return ClientRefusal.DUPLICATE.detail();
    }
}
