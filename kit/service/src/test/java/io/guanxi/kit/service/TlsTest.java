package io.guanxi.kit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.toy.Note;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** TLS is configuration: on HTTP, to the database and to Kafka, with certificates looked at. */
@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
@QuarkusTestResource(value = TlsResource.class, restrictToAnnotatedClass = true)
class TlsTest {
    @TestHTTPResource(value = "/toys/me", tls = true)
    URI me;

    private static final Duration GENEROUS = Duration.ofSeconds(60);

    @Inject DataSource database;
    @Inject EventStore store;

    @Test
    void requests_are_answered_over_tls_to_who_trusts_the_certificate() throws Exception {
        try (HttpClient trusting = HttpClient.newBuilder().sslContext(trust()).build();
                HttpClient stranger = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    trusting.send(request(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThatThrownBy(() -> stranger.send(request(), HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void the_database_is_spoken_to_over_tls() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }

    @Test
    void events_reach_a_broker_that_speaks_nothing_else() throws Exception {
        UUID thing = Uuids.v7();
        store.execute(
                CommandContext.of(Uuids.v7(), "S-1", Instant.now()),
                Note.NOTES,
                thing,
                new Note.Command.Write("red", null));
        try (HttpClient trusting = HttpClient.newBuilder().sslContext(trust()).build()) {
            HttpRequest relay =
                    HttpRequest.newBuilder(me.resolve("/admin/relay"))
                            .header("Authorization", "Bearer " + TestTokens.admin())
                            .build();
            Eventually.within(
                    GENEROUS,
                    () -> {
                        String status =
                                trusting.send(relay, HttpResponse.BodyHandlers.ofString()).body();
                        return status.contains("\"RUNNING\"")
                                && status.contains("\"lag\":0")
                                && !status.contains("\"position\":0,");
                    });
        }
        try (Admin stranger =
                Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                System.getProperty(TlsResource.BROKER),
                                "default.api.timeout.ms",
                                "2000",
                                "request.timeout.ms",
                                "1000"))) {
            assertThatThrownBy(() -> stranger.describeCluster().nodes().get())
                    .hasCauseInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
        }
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(me)
                .header("Authorization", "Bearer " + TestTokens.system())
                .build();
    }

    private static SSLContext trust() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in =
                Files.newInputStream(Path.of(System.getProperty(TlsResource.CERTIFICATE)))) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
