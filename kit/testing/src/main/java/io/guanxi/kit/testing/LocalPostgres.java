package io.guanxi.kit.testing;

import io.guanxi.kit.testing.LocalProcess.Command;
import io.guanxi.kit.testing.LocalProcess.Lifetime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A real PostgreSQL on this machine, as durable as in production: fsync, synchronous_commit and
 * full_page_writes are on. Its data, log, pid file and generated passwords live in one folder.
 */
public final class LocalPostgres {
    private static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration LOCK_RETRY = Duration.ofSeconds(15);
    private static final int LOG_TAIL = 5;

    private final Path home;
    private final Path binaries;
    private final int port;
    private LocalProcess process;

    private LocalPostgres(Path home, Path binaries, int port) {
        this.home = home.toAbsolutePath();
        this.binaries = binaries;
        this.port = port;
    }

    /** A server whose whole tree, the unpacked programs included, is in {@code home}. */
    public static LocalPostgres at(Path home, int port) {
        LocalPostgres postgres = new LocalPostgres(home, home.toAbsolutePath().resolve("pg"), port);
        postgres.process = LocalProcess.behind(postgres.pidFile()).orElse(null);
        return postgres;
    }

    /** A server for tests: a free port, unpacked programs shared between runs. Not started yet. */
    public static LocalPostgres temporary(Path home) {
        Path shared =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "guanxi-" + System.getProperty("user.name"),
                        "pg-" + PostgresBinaries.platform());
        return new LocalPostgres(home, shared, Ports.free(1).getFirst());
    }

    /** A service's database with its two roles. */
    public record Database(
            String url, String owner, String ownerPassword, String user, String password) {}

    /** Starts it if it is not running, and waits until it answers. */
    public synchronized void start(Lifetime lifetime) {
        if (running()) {
            awaitReady();
            return;
        }
        PostgresBinaries.unpackedInto(binaries);
        initialise();
        // A killed server may linger as a zombie for seconds, and its lock file counts until then.
        Eventually.passes(LOCK_RETRY, () -> launch(lifetime));
    }

    public synchronized boolean running() {
        return process != null && process.alive();
    }

    /** The server process: its to signal, stop and kill. */
    public synchronized LocalProcess process() {
        if (process == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return process;
    }

    /** A fast shutdown: sessions end, everything is written. */
    public synchronized void stop() {
        if (process != null) {
            process.stop("INT", STOP);
        }
    }

    public int port() {
        return port;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", superuserPassword());
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url(database), login);
    }

    public String superuser() {
        return SUPERUSER;
    }

    public String superuserPassword() {
        return Secrets.password(secret(SUPERUSER));
    }

    /** The value of a server setting, as {@code SHOW} tells it. */
    public String show(String setting) throws SQLException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * A database for one service: {@code <name>_owner} owns the schema and migrates it, {@code
     * <name>} works on its rows. What is there already is left as it is.
     */
    public Database database(String name) {
        String owner = name + "_owner";
        Database database =
                new Database(
                        url(name),
                        owner,
                        Secrets.password(secret(owner)),
                        name,
                        Secrets.password(secret(name)));
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            role(statement, owner, database.ownerPassword());
            role(statement, name, database.password());
            if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database \"" + name + "\" owner \"" + owner + "\"");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " cannot be made", e);
        }
        grant(name, owner);
        return database;
    }

    private void grant(String name, String owner) {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute("alter schema public owner to \"" + owner + "\"");
            statement.execute("grant usage on schema public to \"" + name + "\"");
            String future =
                    "alter default privileges for role \""
                            + owner
                            + "\" in schema public grant %s to \""
                            + name
                            + "\"";
            statement.execute(future.formatted("select, insert, update, delete on tables"));
            statement.execute(future.formatted("usage, select on sequences"));
        } catch (SQLException e) {
            throw new IllegalStateException("The roles of " + name + " cannot be granted", e);
        }
    }

    private static void role(Statement statement, String name, String password)
            throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role \"" + name + "\" login password '" + password + "'");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private void initialise() {
        if (Files.isDirectory(data())) {
            return;
        }
        Path half = home.resolve("postgres.tmp");
        try {
            PostgresBinaries.delete(half);
            Files.createDirectories(home);
            superuserPassword();
            List<String> line =
                    asOrdinaryUser(
                            program("initdb"),
                            "--pgdata=" + half,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + secret(SUPERUSER),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--no-instructions");
            Process initdb =
                    new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                            .start();
            if (initdb.waitFor() != 0) {
                throw new IllegalStateException("initdb failed: " + lastWords());
            }
            Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while initdb ran", e);
        }
    }

    private void launch(Lifetime lifetime) throws IOException {
        forgetReusedPid();
        List<String> line =
                asOrdinaryUser(
                        program("postgres"), "-D", data().toString(), "-p", Integer.toString(port));
        settings().forEach((name, value) -> line.addAll(List.of("-c", name + "=" + value)));
        process = LocalProcess.start(new Command(line, Map.of(), logFile()), lifetime, pidFile());
        awaitReady();
    }

    /**
     * What differs from PostgreSQL's own defaults; durability is named so that no file undoes it.
     */
    private static Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("max_connections", "200"),
                Map.entry("shared_buffers", "256MB"),
                Map.entry("max_wal_size", "4GB"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
    }

    private void awaitReady() {
        LocalProcess starting = process;
        Eventually.passes(
                START,
                () -> {
                    if (!starting.alive()) {
                        return; // told below: waiting longer would not help
                    }
                    connect(SUPERUSER).close();
                });
        if (!starting.alive()) {
            throw new IllegalStateException("PostgreSQL did not start: " + lastWords());
        }
    }

    /**
     * After a restart of the machine the pid in the lock file may be another program's, and
     * PostgreSQL would take that for itself.
     */
    private void forgetReusedPid() throws IOException {
        Path lock = data().resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        List<String> lines = Files.readAllLines(lock);
        Optional<String> program =
                lines.isEmpty()
                        ? Optional.empty()
                        : ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                                .filter(handle -> !LocalProcess.zombie(handle.pid()))
                                .flatMap(handle -> handle.info().command());
        if (program.isPresent() && !program.get().contains("postgres")) {
            Files.delete(lock);
        }
    }

    /** PostgreSQL refuses to run as root: a user namespace without a mapping makes us nobody. */
    private static List<String> asOrdinaryUser(String... line) {
        List<String> whole = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(List.of(line));
        return whole;
    }

    private String lastWords() {
        return Logs.tail(logFile(), LOG_TAIL);
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private Path data() {
        return home.resolve("postgres");
    }

    private Path secret(String role) {
        return home.resolve("secrets").resolve(role + ".password");
    }

    private Path pidFile() {
        return home.resolve("postgres.pid");
    }

    public Path logFile() {
        return Logs.in(home, "postgres");
    }
}
