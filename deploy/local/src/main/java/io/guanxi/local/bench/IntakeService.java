package io.guanxi.local.bench;

import io.guanxi.contracts.Topics;
import io.guanxi.kit.testing.LocalKafka;
import io.guanxi.kit.testing.LocalPostgres;
import io.guanxi.kit.testing.LocalProcess.Lifetime;
import io.guanxi.kit.testing.Ports;
import io.guanxi.local.Home;
import io.guanxi.local.Service;
import io.guanxi.local.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A visit-service with a book of clients, and callers who make appointments with them. */
final class IntakeService {
    private static final int MANAGERS = 20;
    private static final int CLIENTS = 2_000;
    private static final Duration VALID = Duration.ofHours(6);
    private static final String BOOK =
            """
            insert into book_unit (unit_id, name) values ('U-1', 'Branch');
            insert into book_staff (staff_id, unit_id, roles, active)
            select 'S-' || n, 'U-1', '{rm}', true from generate_series(0, %1$d - 1) n;
            insert into book_staff_version (version) values (gen_random_uuid());
            insert into book_client (client_id, rm_id, unit_id, since)
            select lpad(n::text, 32, '0')::uuid, 'S-' || n %% %1$d, 'U-1', now()
              from generate_series(0, %2$d - 1) n;
            analyze
            """
                    .formatted(MANAGERS, CLIENTS);

    private final LocalPostgres postgres;
    private final String database;
    private final URI url;
    private final List<String> tokens = new ArrayList<>();
    private long commands;
    private long walBytes;

    private IntakeService(LocalPostgres postgres, String database, URI url) {
        this.postgres = postgres;
        this.database = database;
        this.url = url;
    }

    /** Where the application is, if it was built. */
    static boolean isBuilt(Path root, String built) {
        return Files.exists(
                root.resolve("visit-service").resolve(built).resolve("quarkus-run.jar"));
    }

    /**
     * Starts one.
     *
     * @param secure whether it asks for tokens; else the manager's code is enough
     * @param kafka its own: two stores cannot publish on one topic
     */
    static IntakeService start(
            Path root,
            String built,
            boolean secure,
            Path folder,
            LocalPostgres postgres,
            LocalKafka kafka)
            throws IOException, SQLException {
        Files.createDirectories(folder);
        String database = folder.getFileName().toString();
        kafka.createTopics(Topics.ALL, Topics.PARTITIONS);
        Home home =
                new Home(
                        root,
                        folder,
                        Map.of("GUANXI_VISIT_PORT", Ports.free(1).getFirst().toString()));
        ServiceProcess service = new ServiceProcess(home, Service.VISIT, built);
        service.start(postgres.database(database), kafka.bootstrap(), Lifetime.ATTACHED);
        service.awaitReady();
        IntakeService intake = new IntakeService(postgres, database, URI.create(service.url()));
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(BOOK);
        }
        for (int i = 0; i < MANAGERS; i++) {
            String manager = "S-" + i;
            intake.tokens.add(secure ? home.keys().token(manager, List.of("rm"), VALID) : manager);
        }
        return intake;
    }

    /** So many managers' phones at once, each of which plans one visit after the other. */
    Measure plan(int callers, double seconds) throws InterruptedException, SQLException {
        List<HttpConnection> phones = new ArrayList<>();
        try {
            for (int i = 0; i < callers; i++) {
                phones.add(new HttpConnection(url, "/visits", tokens.get(i % MANAGERS)));
            }
            Instant starts = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
            long before = wal();
            Measure measure =
                    Callers.run(
                            callers,
                            seconds,
                            caller -> planned(phones.get(caller).post(body(caller, starts))));
            walBytes += wal() - before;
            commands += Math.round(measure.perSecond() * seconds);
            return measure;
        } finally {
            phones.forEach(HttpConnection::close);
        }
    }

    private static void planned(int status) {
        if (status != 201) {
            throw new IllegalStateException("Answered " + status);
        }
    }

    /** A client of the caller's own; about as long as a phone sends it, with words to encrypt. */
    private static String body(int caller, Instant starts) {
        int manager = caller % MANAGERS;
        int client = manager + MANAGERS * ThreadLocalRandom.current().nextInt(CLIENTS / MANAGERS);
        return "{\"clientId\":\"%s\",\"rmId\":\"S-%d\",\"purpose\":\"ROUTINE\",\"startsAt\":\"%s\",\"endsAt\":\"%s\",\"channel\":\"FACE_TO_FACE\",\"place\":{\"name\":\"Harbour Road 17, third floor, ask for the treasurer\"}}"
                .formatted(
                        "00000000-0000-0000-0000-%012d".formatted(client),
                        manager,
                        starts,
                        starts.plus(Duration.ofHours(1)));
    }

    /** What a command wrote, by what all of them wrote, publication included. */
    String perCommand() throws SQLException {
        long rows = number(database, "select sum(n_tup_ins) from pg_stat_user_tables");
        return commands == 0
                ? "nothing"
                : "%.1f rows, %,d bytes of WAL"
                        .formatted((double) (rows - CLIENTS) / commands, walBytes / commands);
    }

    private long wal() throws SQLException {
        return number(
                database, "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    private long number(String where, String sql) throws SQLException {
        try (Connection connection = postgres.connect(where);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
