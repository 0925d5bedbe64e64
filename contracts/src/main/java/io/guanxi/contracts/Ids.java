package io.guanxi.contracts;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids that everyone can compute from what is already known: RFC 9562 version 5 (SHA-1) of a name.
 * Names are joined without a separator where the first part is fixed text, else with a colon.
 */
public final class Ids {
    /** RFC 9562's namespace for URLs. */
    private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /** The namespace of all that is Guanxi's. */
    public static final UUID NAMESPACE = v5(URL, "urn:guanxi");

    private Ids() {}

    /** The stream of a thing that has a code, or a client's stream in another service. */
    public static UUID of(String type, String code) {
        return v5(NAMESPACE, type + code);
    }

    /** A client's stream in another service, for example {@code of("coverage", clientId)}. */
    public static UUID of(String type, UUID client) {
        return of(type, client.toString());
    }

    /** The stream of an organisational unit ({@code U-001}). */
    public static UUID unit(String code) {
        return of("unit", code);
    }

    /** The stream of a staff member ({@code S-0001}). */
    public static UUID staff(String code) {
        return of("staff", code);
    }

    /** The stream of a relationship manager's portfolio, which holds the cap. */
    public static UUID portfolio(String staffCode) {
        return of("portfolio", staffCode);
    }

    /**
     * An obligation that is moved, not closed (a cadence), or a duty that happens once.
     *
     * @param service the owning service, for example {@code visit-service}
     * @param subject what it is about; a one-off adds its cause, a duty of a period its period
     */
    public static UUID obligation(String service, String kind, String subject) {
        return v5(NAMESPACE, service + ":" + kind + ":" + subject);
    }

    /** The alert that an obligation was not met by this instant. */
    public static UUID breach(UUID obligation, Instant dueAt) {
        return v5(obligation, dueAt.toString());
    }

    /** The alert that an obligation will soon be due at this instant. */
    public static UUID warning(UUID obligation, Instant dueAt) {
        return v5(obligation, dueAt + "warning");
    }

    /**
     * Any other alert: the same cause makes the same alert, so it cannot be raised twice.
     *
     * @param client null if it concerns none
     * @param cause {@code ce_id} of the event that caused it
     */
    public static UUID alert(String kind, UUID client, UUID cause) {
        return v5(NAMESPACE, kind + ":" + (client == null ? "" : client) + ":" + cause);
    }

    /** The Kafka partition of a key on every topic: Kafka's own murmur2 of its 36 characters. */
    public static int partition(UUID key) {
        return (Murmur2.hash(key.toString().getBytes(StandardCharsets.UTF_8)) & 0x7fffffff)
                % Topics.PARTITIONS;
    }

    private static UUID v5(UUID namespace, String name) {
        NameBasedGenerator generator = Generators.nameBasedGenerator(namespace);
        return generator.generate(name);
    }
}
