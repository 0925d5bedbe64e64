package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.testing.Eventually;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An import goes on after the death of its service, by itself, and stores each line once. */
@Tag("long")
class ImportIT {
    private static final Duration GENEROUS = Duration.ofMinutes(2);
    private static final int CLIENTS = 6_000;
    private static final int LINES = 10_001;

    @Test
    void an_import_survives_kill_9_in_the_middle() throws SQLException {
        Stack stack = RunningSuite.stack();
        SmallBank bank = SmallBank.open(stack);
        Set<String> ids = new HashSet<>();
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < LINES; n++) {
            String id = UUID.randomUUID().toString();
            if (n < CLIENTS) {
                ids.add(id);
                lines.append(
                        "{\"id\":\"%s\",\"kind\":\"ORGANIZATION\",\"name\":\"Line %d\",\"unitId\":\"%s\"}\n"
                                .formatted(id, n, SmallBank.UNIT));
            } else {
                lines.append("{}\n");
            }
        }
        Http system = bank.system();
        String imports = stack.url(Service.CLIENT) + "/clients/imports";
        Http.Answer taken =
                system.sendRaw(
                        "POST",
                        imports,
                        BodyPublishers.ofString(lines.toString()),
                        "application/x-ndjson");
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        String job = imports + "/" + taken.body().path("id").asText();

        Eventually.within(GENEROUS, () -> system.get(job).body().path("done").asInt() > 0);
        stack.service(Service.CLIENT).process().kill();
        stack.up(Terminal.silent());
        Eventually.within(
                GENEROUS, () -> system.get(job).body().path("state").asText().equals("DONE"));

        JsonNode done = system.get(job).body();
        assertThat(done.path("created").asInt()).isEqualTo(CLIENTS);
        assertThat(done.path("existing").asInt()).isZero();
        assertThat(done.path("invalid").asInt()).isEqualTo(LINES - CLIENTS);
        StoreCheck.onceEach(stack, Service.CLIENT, "client-registered", ids);
        StoreCheck.sound(stack, Service.CLIENT);
    }
}
