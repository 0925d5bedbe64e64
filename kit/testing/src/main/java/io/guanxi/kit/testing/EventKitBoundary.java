package io.guanxi.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * That a service leaves the write side and Kafka to the event kit: its sources name none of the
 * kit's tables in SQL and use no Kafka client.
 */
public final class EventKitBoundary {
    private static final String TABLES =
            "(stream|event|command|reservation|relay_cursor|relay_partition|consumer_offset|parked"
                    + "|snapshot)\\b";
    private static final List<Pattern> FORBIDDEN =
            List.of(
                    Pattern.compile("org\\.apache\\.kafka|reactive\\.messaging"),
                    sql("(insert\\s+into|delete\\s+from|truncate(\\s+table)?)\\s+" + TABLES),
                    sql("update\\s+" + TABLES + "(\\s+(as\\s+)?\\w+)?\\s+set\\b"),
                    sql("(alter|drop)\\s+table\\s+" + TABLES));
    private static final Pattern READ = sql("select\\b[^;]{0,400}?\\b(from|join)\\s+" + TABLES);

    private EventKitBoundary() {}

    /**
     * Looks at the Java and SQL files below a folder.
     *
     * @param mayRead the files that may read the kit's tables all the same: a question over many
     *     streams that the store does not answer
     * @throws AssertionError one of them oversteps, or there are none
     */
    public static void hold(Path sources, String... mayRead) {
        List<String> found = new ArrayList<>();
        List<Path> files = files(sources);
        if (files.isEmpty()) {
            throw new AssertionError("No sources in " + sources.toAbsolutePath());
        }
        for (Path file : files) {
            String text = text(file);
            List<Pattern> patterns = new ArrayList<>(FORBIDDEN);
            if (!List.of(mayRead).contains(file.getFileName().toString())) {
                patterns.add(READ);
            }
            for (Pattern pattern : patterns) {
                Matcher match = pattern.matcher(text);
                if (match.find()) {
                    found.add(file + ": " + match.group());
                }
            }
        }
        if (!found.isEmpty()) {
            throw new AssertionError(String.join("\n", found));
        }
    }

    private static Pattern sql(String regex) {
        return Pattern.compile("\\b" + regex, Pattern.CASE_INSENSITIVE);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".sql"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
