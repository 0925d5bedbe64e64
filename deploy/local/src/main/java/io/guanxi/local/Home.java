package io.guanxi.local;

import io.guanxi.kit.testing.LocalKeys;
import io.guanxi.kit.testing.Secrets;
import io.guanxi.local.bank.BankFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;

/** Where a stack keeps its data, logs, pid files and secrets, and which ports it uses. */
public final class Home {
    private static final long NEEDED_BYTES = 2L << 30;
    private static final int SERVICES_BASE = 8081;

    private final Path root;
    private final Path folder;
    private final Map<String, String> environment;

    /**
     * A stack somewhere.
     *
     * @param root the built repository
     * @param folder the stack's own folder
     * @param environment port overrides, {@code GUANXI_PG_PORT} and the like
     */
    public Home(Path root, Path folder, Map<String, String> environment) {
        this.root = root.toAbsolutePath().normalize();
        this.folder = folder.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
    }

    /** The stack the environment names, {@code .guanxi} in the repository by default. */
    public static Home fromEnvironment() {
        Map<String, String> environment = System.getenv();
        Path root = Path.of(environment.getOrDefault("GUANXI_ROOT", ""));
        String folder = environment.get("GUANXI_HOME");
        return new Home(
                root, folder == null ? root.resolve(".guanxi") : Path.of(folder), environment);
    }

    public Path root() {
        return root;
    }

    public Path folder() {
        return folder;
    }

    Path pidFile(Service service) {
        return folder.resolve(service.moduleName() + ".pid");
    }

    /** The key that signs this stack's tokens. */
    public LocalKeys keys() {
        return LocalKeys.in(folder.resolve("secrets"));
    }

    String masterKey() {
        return Secrets.key(folder.resolve("secrets").resolve("master.key"));
    }

    /**
     * Where a service keeps its loaded classes from its first orderly stop on; the next start takes
     * a third less work. Java notices by itself when the archive no longer fits the jars.
     */
    Path classArchive(Service service) {
        return folder.resolve(service.moduleName() + ".jsa");
    }

    /** A port with the variable that changes it. */
    public record Port(int number, String variable) {}

    public Port postgresPort() {
        return port("GUANXI_PG_PORT", 15432);
    }

    public Port kafkaPort() {
        return port("GUANXI_KAFKA_PORT", 19092);
    }

    public Port kafkaControllerPort() {
        return port("GUANXI_KAFKA_CONTROLLER_PORT", kafkaPort().number() + 1);
    }

    public Port port(Service service) {
        int base = port("GUANXI_PORT_BASE", SERVICES_BASE).number();
        return port(
                "GUANXI_" + service.name() + "_PORT", base + service.usualPort() - SERVICES_BASE);
    }

    private Port port(String variable, int usual) {
        String value = environment.get(variable);
        if (value == null) {
            value = remembered().getProperty(variable, Integer.toString(usual));
        }
        try {
            return new Port(Integer.parseInt(value), variable);
        } catch (NumberFormatException e) {
            throw new Trouble(variable + " must be a port number, not \"" + value + "\".", e);
        }
    }

    /** What the bank in this stack needs other than usual: its currency, its time zone. */
    Map<String, String> bankSettings() {
        return BankFile.in(folder).settings();
    }

    /** While a stack runs, later commands find its ports without the variables. */
    void rememberPorts() {
        Properties ports = new Properties();
        for (Port port :
                new Port[] {
                    postgresPort(),
                    kafkaPort(),
                    kafkaControllerPort(),
                    port(Service.CLIENT),
                    port(Service.VISIT),
                    port(Service.SCORING),
                    port(Service.NOTIFICATION)
                }) {
            ports.setProperty(port.variable(), Integer.toString(port.number()));
        }
        try (OutputStream out = Files.newOutputStream(portsFile())) {
            ports.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forgetPorts() {
        try {
            Files.deleteIfExists(portsFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties remembered() {
        Properties ports = new Properties();
        if (Files.exists(portsFile())) {
            try (InputStream in = Files.newInputStream(portsFile())) {
                ports.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ports;
    }

    private Path portsFile() {
        return folder.resolve("ports.properties");
    }

    /** Creates the folder and sees that there is room in it. */
    void prepare() {
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new Trouble(
                        "Only %d MB are free for %s, and the stack needs about 2 GB; free some or set GUANXI_HOME to another disk."
                                .formatted(free >> 20, folder));
            }
        } catch (IOException e) {
            throw new Trouble(
                    "The folder " + folder + " cannot be written; set GUANXI_HOME to another.", e);
        }
    }

    /** One command at a time changes a stack. */
    FileLock lock() {
        prepare();
        try {
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw atWork();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            throw atWork();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Trouble atWork() {
        return new Trouble(
                "Another guanxi command is starting or stopping this stack; wait until it is done.");
    }
}
