package io.guanxi.kit.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.runtime.Timers;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Watches the documents that came with the directory, so that a change counts within a second. */
@ApplicationScoped
public class SettingsTable {
    private static final Logger LOG = Logger.getLogger(SettingsTable.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int BEFORE_SERVICES = 50;

    /** A version as the table's history holds it. */
    public record Version(int version, Instant since, JsonNode document) {}

    private final DataSource database;
    private final Settings settings;
    private final Event<SettingsChange> changes;

    SettingsTable(DataSource database, Settings settings, Event<SettingsChange> changes) {
        this.database = database;
        this.settings = settings;
        this.changes = changes;
    }

    /** A built-in document that cannot be right ends the start, with its name. */
    void start(@Observes @Priority(BEFORE_SERVICES) StartupEvent started, Timers timers) {
        SettingsSchemas.names().forEach(settings::builtIn);
        check(settings.adopt(read()));
        timers.every("settings", PAUSE, this::refresh);
    }

    /** Reads the documents now: whoever changed one wants to see it. */
    public void refresh() {
        Set<String> names = settings.adopt(read());
        if (!names.isEmpty()) {
            LOG.infof("Settings in force now: %s", names);
            check(names);
            changes.fire(new SettingsChange(names));
        }
    }

    /** A change is held to the schema before it is made; an earlier one to that of its time. */
    private void check(Set<String> names) {
        for (String name : names) {
            List<FieldError> wrong =
                    SettingsSchemas.violations(name, settings.document(name).document());
            if (!wrong.isEmpty()) {
                LOG.errorf(
                        "Version %d of the setting %s cannot be right: %s",
                        settings.version(name), name, wrong);
            }
        }
    }

    private Map<String, List<SettingsDocument>> read() {
        Map<String, List<SettingsDocument>> documents = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select name, history from setting");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String name = row.getString("name");
                documents.put(name, versions(name, row.getString("history")));
            }
            return documents;
        } catch (SQLException e) {
            throw new IllegalStateException("The settings cannot be read", e);
        }
    }

    private static List<SettingsDocument> versions(String name, String json) {
        return Arrays.stream(Json.read(json.getBytes(StandardCharsets.UTF_8), Version[].class))
                .map(v -> new SettingsDocument(name, v.version(), v.since(), v.document()))
                .toList();
    }
}
