package io.guanxi.kit.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program in a process of its own, in a process group of its own, so that Ctrl-C in the terminal
 * does not reach it. It is known by its pid and the instant it started: a pid that was given to
 * another program meanwhile is not mistaken for it.
 */
public final class LocalProcess {

    /** How long a process lives. */
    public enum Lifetime {
        /** Until this JVM ends, however it ends: a shell waits beside it for that moment. */
        ATTACHED,
        /** Until it is stopped. */
        DETACHED
    }

    /** What to run and where its output goes. */
    public record Command(List<String> line, Map<String, String> environment, Path log) {}

    private static final String DETACHED_SCRIPT =
            "set -m; \"$@\" </dev/null >>\"$GUANXI_LOG\" 2>&1 & echo $!";

    /** The job is stopped by its job number: a reused pid cannot be hit. */
    private static final String ATTACHED_SCRIPT =
            """
            set -m; "$@" </dev/null >>"$GUANXI_LOG" 2>&1 & echo $!
            trap '' INT TERM HUP
            read -r _
            kill -INT %1 2>/dev/null
            for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
              kill -0 %1 2>/dev/null || exit 0
              sleep 0.25
            done
            kill -KILL %1 2>/dev/null
            """;

    private static final List<Process> WATCHERS = new ArrayList<>();

    private final long pid;
    private final Optional<Instant> started;

    private LocalProcess(long pid, Optional<Instant> started) {
        this.pid = pid;
        this.started = started;
    }

    /** Starts a program and writes its pid file. */
    public static LocalProcess start(Command command, Lifetime lifetime, Path pidFile) {
        LocalProcess process =
                switch (lifetime) {
                    case ATTACHED -> attached(command);
                    case DETACHED -> withPidFrom(shell(command, DETACHED_SCRIPT));
                };
        try {
            Files.createDirectories(pidFile.toAbsolutePath().getParent());
            Files.writeString(
                    pidFile,
                    process.pid + "\n" + process.started.map(Instant::toString).orElse("") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return process;
    }

    private static LocalProcess attached(Command command) {
        Process watcher = shell(command, ATTACHED_SCRIPT);
        synchronized (WATCHERS) {
            WATCHERS.add(watcher); // its standard input must stay open as long as the JVM lives
        }
        return withPidFrom(watcher);
    }

    /** The running process behind a pid file; empty when there is none, or it is dead. */
    public static Optional<LocalProcess> behind(Path pidFile) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            Optional<Instant> started =
                    lines.size() < 2 || lines.get(1).isBlank()
                            ? Optional.empty()
                            : Optional.of(Instant.parse(lines.get(1)));
            return Optional.of(new LocalProcess(Long.parseLong(lines.getFirst()), started))
                    .filter(LocalProcess::alive);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    public long pid() {
        return pid;
    }

    /** Runs, and is not a zombie that merely waits for its parent. */
    public boolean alive() {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return handle.isPresent()
                && !zombie(pid)
                && (started.isEmpty() || started.equals(startOf(handle.get())));
    }

    /** Sends a signal by name ({@code TERM}, {@code STOP}, {@code KILL}). */
    public void signal(String name) {
        if (!alive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code kill -9}, and waits until it is gone. */
    public void kill() {
        signal("KILL");
        awaitEnd(Duration.ofSeconds(30));
    }

    /** Asks it to end by the signal, and kills it if it has not within the time. */
    public void stop(String signal, Duration patience) {
        signal(signal);
        if (!awaitEnd(patience)) {
            kill();
        }
    }

    /** Whether it has ended within the time. */
    public boolean awaitEnd(Duration patience) {
        return Eventually.holds(patience, () -> !alive());
    }

    static boolean zombie(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            return line.charAt(line.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            return Files.isDirectory(Path.of("/proc/self"));
        }
    }

    private static Optional<Instant> startOf(ProcessHandle handle) {
        return handle.info().startInstant();
    }

    private static Process shell(Command command, String script) {
        List<String> line = new ArrayList<>(List.of("bash", "-c", script, "guanxi"));
        line.addAll(command.line());
        try {
            Files.createDirectories(command.log().toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(line);
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(command.environment());
            builder.environment().put("GUANXI_LOG", command.log().toAbsolutePath().toString());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalProcess withPidFrom(Process shell) {
        try {
            // Not closed: that would close the watcher's pipe with it.
            BufferedReader output =
                    new BufferedReader(
                            new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
            long pid = Long.parseLong(output.readLine().trim());
            return new LocalProcess(pid, ProcessHandle.of(pid).flatMap(LocalProcess::startOf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
