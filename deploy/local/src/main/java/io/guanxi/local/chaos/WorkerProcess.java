package io.guanxi.local.chaos;

import io.guanxi.kit.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A worker seen from outside: to tell, to listen to, to stop and to kill. */
final class WorkerProcess {
    static final String READY = "ready";
    static final String FINISHED = "finished";
    static final String REACHED = "reached ";
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private WorkerProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    static WorkerProcess start(Path folder, String name, int life, int clients) {
        List<String> line =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        folder.toString(),
                        name,
                        Integer.toString(life),
                        Integer.toString(clients));
        try {
            Process process =
                    new ProcessBuilder(line)
                            .redirectError(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolve(name + ".log").toFile()))
                            .start();
            WorkerProcess worker = new WorkerProcess(name, process);
            Thread.ofPlatform().daemon().start(worker::listen);
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    void awaitReady() {
        await(READY);
    }

    void awaitFinished() {
        await(FINISHED);
    }

    /** What the point told when it was reached, empty if it was not within the time. */
    Optional<String> awaitReached(Point point, Duration patience) {
        String prefix = REACHED + point + " ";
        if (!Eventually.holds(
                patience, () -> heard.stream().anyMatch(line -> line.startsWith(prefix)))) {
            return Optional.empty();
        }
        Optional<String> found =
                heard.stream()
                        .filter(line -> line.startsWith(prefix))
                        .findFirst()
                        .map(line -> line.substring(prefix.length()));
        heard.removeIf(line -> line.startsWith(prefix));
        return found;
    }

    void arm(Point point, int passing) {
        say("arm " + point + " " + passing);
    }

    /** Says a line; a process that is dead by now does not mind. */
    void say(String line) {
        try {
            OutputStream out = process.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            if (alive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    void quit() {
        say("quit");
        if (!Eventually.holds(GENEROUS, () -> !alive())) {
            kill();
        }
    }

    void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        Eventually.within(GENEROUS, () -> !alive());
    }

    private void await(String word) {
        Eventually.within(
                GENEROUS,
                () -> {
                    if (!alive()) {
                        throw new IllegalStateException(name + " has ended");
                    }
                    return heard.contains(word);
                });
    }

    private void listen() {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                heard.add(line);
            }
        } catch (IOException _) {
            // It was killed.
        }
    }
}
