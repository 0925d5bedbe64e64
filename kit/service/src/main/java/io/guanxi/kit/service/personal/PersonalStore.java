package io.guanxi.kit.service.personal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * A table in which a service keeps personal data readable, beside the encrypted events. Every such
 * table has a bean of this type; {@link WhenClientErasedThenForget} asks all of them.
 */
public interface PersonalStore {

    /** As the certificate names it: the table. */
    String name();

    /** Takes out what is personal about the client; may be asked again. */
    void purge(Connection connection, UUID clientId) throws SQLException;

    /**
     * How its rows about a client are found where no {@code client_id} tells: SQL from {@code from}
     * on, with the client's id as its one parameter. Empty: the table has a {@code client_id}.
     */
    default Optional<String> about() {
        return Optional.empty();
    }

    /** How many rows still hold something personal about the client. */
    long remaining(Connection connection, UUID clientId) throws SQLException;
}
