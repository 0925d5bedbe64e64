package io.guanxi.local;

import io.guanxi.kit.testing.LocalProcess.Lifetime;
import io.guanxi.kit.testing.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The six processes, started once for all end-to-end tests by the same code as {@code up}. */
final class RunningSuite {
    private static Stack stack;

    private RunningSuite() {}

    static synchronized Stack stack() {
        if (stack == null) {
            stack = start();
        }
        return stack;
    }

    private static Stack start() {
        try {
            Path folder = Files.createTempDirectory("guanxi-suite");
            List<Integer> ports = Ports.free(7);
            Home home =
                    new Home(
                            Path.of(System.getProperty("guanxi.root")),
                            folder,
                            Map.of(
                                    "GUANXI_PG_PORT", ports.get(0).toString(),
                                    "GUANXI_KAFKA_PORT", ports.get(1).toString(),
                                    "GUANXI_KAFKA_CONTROLLER_PORT", ports.get(2).toString(),
                                    "GUANXI_CLIENT_PORT", ports.get(3).toString(),
                                    "GUANXI_VISIT_PORT", ports.get(4).toString(),
                                    "GUANXI_SCORING_PORT", ports.get(5).toString(),
                                    "GUANXI_NOTIFICATION_PORT", ports.get(6).toString()));
            Stack started = new Stack(home, Lifetime.ATTACHED);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, folder)));
            started.up(Terminal.standard());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody needs the data any more, so nothing is asked to end; the logs stay for a look. */
    private static void end(Stack started, Path folder) {
        started.kill();
        try {
            Path logs = started.home().root().resolve("deploy/local/target/suite-logs");
            Files.createDirectories(logs);
            try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
                for (Path file : files.toList()) {
                    Files.copy(
                            file,
                            logs.resolve(file.getFileName()),
                            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            System.err.println(folder + " is left over: " + e.getMessage());
        }
    }
}
