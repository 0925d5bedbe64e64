package io.guanxi.kit.service;

import io.guanxi.kit.testing.LocalKafka;
import io.guanxi.kit.testing.LocalPostgres;
import io.guanxi.kit.testing.LocalProcess;
import io.guanxi.kit.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A certificate of our own for HTTP, PostgreSQL and Kafka, which are told to speak TLS. */
public final class TlsResource implements QuarkusTestResourceLifecycleManager {
    /** The system property with the certificate's file. */
    static final String CERTIFICATE = "guanxi.test.certificate";

    /** The system property with the broker's address. */
    static final String BROKER = "guanxi.test.tls-broker";

    private static final String PASSWORD = "not-a-secret";
    private static final int PARTITIONS = 24;

    private LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createDirectories(TestStack.home().resolve("tls"));
            Path store = folder.resolve("server.p12");
            make(store);
            Path certificate = folder.resolve("server.crt");
            Path key = folder.resolve("server.key");
            unpack(store, certificate, key);
            System.setProperty(CERTIFICATE, certificate.toString());
            secure(TestStack.postgres(), certificate, key);
            Map<String, String> settings = new HashMap<>(http(store));
            settings.putAll(database(certificate));
            settings.putAll(kafka(folder, store));
            return settings;
        } catch (IOException | GeneralSecurityException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> http(Path store) {
        return Map.of(
                "quarkus.http.ssl.certificate.key-store-file",
                store.toString(),
                "quarkus.http.ssl.certificate.key-store-password",
                PASSWORD,
                "quarkus.http.test-ssl-port",
                "0",
                "quarkus.http.insecure-requests",
                "disabled");
    }

    /** One of its own: what was published from it stands on the other Kafka's topics. */
    private static Map<String, String> database(Path certificate) {
        LocalPostgres.Database database = TestStack.postgres().database("service_tls");
        return Map.of(
                "GUANXI_DB_URL",
                database.url() + "?sslmode=verify-full&sslrootcert=" + certificate,
                "GUANXI_DB_USER",
                database.user(),
                "GUANXI_DB_PASSWORD",
                database.password(),
                "GUANXI_DB_OWNER",
                database.owner(),
                "GUANXI_DB_OWNER_PASSWORD",
                database.ownerPassword());
    }

    /** A broker that speaks TLS alone, and the variables by which a service is told. */
    private Map<String, String> kafka(Path folder, Path store)
            throws IOException, GeneralSecurityException {
        Path trust = folder.resolve("trust.p12");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys(store).getCertificate("server"));
        try (OutputStream out = Files.newOutputStream(trust)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        kafka =
                LocalKafka.secured(
                        folder.resolve("kafka"), new LocalKafka.Tls(store, trust, PASSWORD));
        kafka.start(LocalProcess.Lifetime.ATTACHED);
        kafka.createTopics(TestStack.topics(), PARTITIONS);
        System.setProperty(BROKER, kafka.bootstrap());
        return Map.of(
                "GUANXI_KAFKA",
                kafka.bootstrap(),
                "KAFKA_SECURITY_PROTOCOL",
                "SSL",
                "KAFKA_SSL_TRUSTSTORE_TYPE",
                "PKCS12",
                "KAFKA_SSL_TRUSTSTORE_LOCATION",
                trust.toString(),
                "KAFKA_SSL_TRUSTSTORE_PASSWORD",
                PASSWORD);
    }

    /** After the resource that names the database. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.process().kill();
        }
        try {
            set(TestStack.postgres(), "reset ssl");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path store) throws IOException {
        Files.deleteIfExists(store);
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "RSA",
                                "-keysize",
                                "2048",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD)
                        .inheritIO()
                        .start();
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void unpack(Path store, Path certificate, Path key)
            throws IOException, GeneralSecurityException {
        KeyStore keys = keys(store);
        pem(certificate, "CERTIFICATE", keys.getCertificate("server").getEncoded());
        pem(key, "PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    private static KeyStore keys(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static void pem(Path file, String kind, byte[] bytes) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    private static void secure(LocalPostgres postgres, Path certificate, Path key)
            throws SQLException {
        set(postgres, "set ssl_cert_file = '" + certificate + "'");
        set(postgres, "set ssl_key_file = '" + key + "'");
        set(postgres, "set ssl = on");
    }

    private static void set(LocalPostgres postgres, String what) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : List.of("alter system " + what, "select pg_reload_conf()")) {
                statement.execute(sql);
            }
        }
    }
}
