package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true of every event store, seen from outside by SQL. */
final class StoreCheck {
    private StoreCheck() {}

    /** Versions are contiguous, the stream row agrees, and every command row has its events. */
    static void sound(Stack stack, Service service) throws SQLException {
        assertThat(
                        count(
                                stack,
                                service,
                                """
                                select count(*) from (
                                  select stream_id from event group by stream_id
                                  having min(version) <> 1 or max(version) <> count(*)) broken
                                """))
                .as("streams of %s with a hole", service)
                .isZero();
        assertThat(
                        count(
                                stack,
                                service,
                                """
                                select count(*) from stream s
                                where s.version <> (select count(*) from event e where e.stream_id = s.id)
                                """))
                .as("streams of %s whose version is not that of their events", service)
                .isZero();
    }

    /** Each of these streams is there, and has exactly one event of the type. */
    static void onceEach(Stack stack, Service service, String type, Set<String> streams)
            throws SQLException {
        Set<String> found = new HashSet<>();
        try (Connection connection = stack.postgres().connect(service.database());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select stream_id::text from event where type = '" + type + "'")) {
            while (rows.next()) {
                assertThat(found.add(rows.getString(1)))
                        .as("%s twice in %s", type, rows.getString(1))
                        .isTrue();
            }
        }
        assertThat(found).containsAll(streams);
    }

    /** Every event that is stored is on the topics, by its stored sequence. */
    static void published(
            Stack stack, Service service, String type, Map<String, ?> publicEventsById)
            throws SQLException {
        List<String> sequences =
                publicEventsById.values().stream()
                        .map(io.guanxi.kit.testing.TestTopics.Message.class::cast)
                        .map(message -> message.headers().get("ce_sequence"))
                        .map(sequence -> Long.toString(Long.parseLong(sequence) / 10))
                        .toList();
        Set<String> known = sequences.stream().collect(Collectors.toSet());
        try (Connection connection = stack.postgres().connect(service.database());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select position::text from event where type = '" + type + "'")) {
            while (rows.next()) {
                assertThat(known).as("%s at position", type).contains(rows.getString(1));
            }
        }
    }

    static long count(Stack stack, Service service, String query) throws SQLException {
        try (Connection connection = stack.postgres().connect(service.database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
