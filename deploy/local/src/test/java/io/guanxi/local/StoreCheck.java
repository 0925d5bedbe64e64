package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true of every event store, seen from outside by SQL. */
final class StoreCheck {
    private StoreCheck() {}

    /** Versions are contiguous, the stream row agrees. */
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

    /** Every event of the type that is stored has reached the topic. */
    static void published(Stack stack, Service service, String topic, String type)
            throws SQLException {
        Set<String> sequences =
                TopicCheck.promiseKept(stack.kafka().bootstrap(), topic).values().stream()
                        .map(message -> Long.parseLong(message.headers().get("ce_sequence")) / 10)
                        .map(position -> Long.toString(position))
                        .collect(Collectors.toSet());
        try (Connection connection = stack.postgres().connect(service.database());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select position::text from event where type = '" + type + "'")) {
            while (rows.next()) {
                assertThat(sequences).as("position of a " + type).contains(rows.getString(1));
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
