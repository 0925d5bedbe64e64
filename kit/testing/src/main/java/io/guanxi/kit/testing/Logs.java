package io.guanxi.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log files of what runs beside us. */
public final class Logs {
    private static final int TAIL_BYTES = 16_384;

    private Logs() {}

    /** {@code <home>/logs/<name>.log}; the folder is there afterwards. */
    public static Path in(Path home, String name) {
        try {
            return Files.createDirectories(home.resolve("logs")).resolve(name + ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of a log, for a message that says why something did not start. */
    public static String tail(Path log, int lines) {
        try {
            byte[] all = Files.readAllBytes(log);
            int from = Math.max(0, all.length - TAIL_BYTES);
            List<String> text =
                    new String(all, from, all.length - from, StandardCharsets.UTF_8)
                            .lines()
                            .toList();
            return String.join("\n", text.subList(Math.max(0, text.size() - lines), text.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read)";
        }
    }
}
