package io.guanxi.local.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One client's own account: what it meant to do, before it asked, and what it was told, line by
 * line. A line is one write to the file, which a killed process cannot take back.
 */
final class Ledger implements AutoCloseable {
    private static final int WORDS_OF_INTENT = 8;
    private static final int WORDS_OF_ACKNOWLEDGEMENT = 4;

    /** How a command has ended as far as its client knows. */
    static final class Entry {
        private final Intent intent;
        private int version = -1;
        private String refusal;
        private String surprise;
        private int replays;
        private int lostRaces;
        private int unknowns;

        Entry(Intent intent) {
            this.intent = intent;
        }

        Intent intent() {
            return intent;
        }

        boolean acknowledged() {
            return version >= 0;
        }

        int version() {
            return version;
        }

        String refusal() {
            return refusal;
        }

        String surprise() {
            return surprise;
        }

        int replays() {
            return replays;
        }

        int lostRaces() {
            return lostRaces;
        }

        int unknowns() {
            return unknowns;
        }

        boolean open() {
            return !acknowledged() && refusal == null && surprise == null;
        }

        private void acknowledged(String[] words) {
            if (words.length == WORDS_OF_ACKNOWLEDGEMENT) {
                version = Integer.parseInt(words[2]);
                replays += Boolean.parseBoolean(words[3]) ? 1 : 0;
            }
        }

        private void note(String[] words) {
            switch (words[0]) {
                case "A" -> acknowledged(words);
                case "R" -> refusal = words[2];
                case "X" -> surprise = words[2];
                case "L" -> lostRaces++;
                case "U" -> unknowns++;
                default -> throw new IllegalStateException("Not a line of a ledger: " + words[0]);
            }
        }
    }

    private final OutputStream out;

    Ledger(Path file) throws IOException {
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (Files.size(file) > 0) {
            write(""); // ends a line that was cut off
        }
    }

    void intends(Intent intent) {
        write(intent.line());
    }

    void acknowledged(UUID command, int version, boolean replayed) {
        write("A " + command + " " + version + " " + replayed);
    }

    void refused(UUID command, String code) {
        write("R " + command + " " + code);
    }

    void lostRace(UUID command) {
        write("L " + command);
    }

    void unknown(UUID command) {
        write("U " + command);
    }

    void surprised(UUID command, RuntimeException by) {
        write("X " + command + " " + by.toString().replaceAll("\\s+", "_"));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void write(String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All commands of a file in their order; a line without its end never counted. */
    static Map<UUID, Entry> read(Path file) throws IOException {
        Map<UUID, Entry> entries = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return entries;
        }
        String text = Files.readString(file);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("I") && words.length == WORDS_OF_INTENT) {
                Intent intent = Intent.parse(words);
                entries.putIfAbsent(intent.command(), new Entry(intent));
            } else if (words.length > 1 && entries.containsKey(whole(words[1]))) {
                entries.get(whole(words[1])).note(words);
            }
        }
        return entries;
    }

    /** What a client that starts again still has to find out. */
    static Optional<Intent> open(Path file) throws IOException {
        return read(file).values().stream()
                .filter(Entry::open)
                .map(Entry::intent)
                .reduce((_, later) -> later);
    }

    /** The ledgers of all clients of a run. */
    static Map<UUID, Entry> readAll(Path folder) throws IOException {
        Map<UUID, Entry> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> ledgers =
                    files.filter(f -> f.toString().endsWith(".ledger")).sorted().toList();
            for (Path ledger : ledgers) {
                all.putAll(read(ledger));
            }
        }
        return all;
    }

    private static UUID whole(String text) {
        return text.length() == 36 ? UUID.fromString(text) : null;
    }
}
