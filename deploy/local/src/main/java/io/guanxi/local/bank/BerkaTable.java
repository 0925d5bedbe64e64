package io.guanxi.local.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** One table of the Berka data: a header row, then fields parted by semicolons, some in quotes. */
final class BerkaTable {
    private static final Charset CHARSET = Charset.forName("windows-1250");

    private final Path file;

    private BerkaTable(Path file) {
        this.file = file;
    }

    /** The file may be packed or not; its name may say more (trans_first_49102_rows.asc.gz). */
    static BerkaTable of(Path directory, String name) {
        if (!Files.isDirectory(directory)) {
            throw new BankUnreadable("There is no folder " + directory + " to read a bank from.");
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> isTable(file, name))
                    .sorted()
                    .findFirst()
                    .map(BerkaTable::new)
                    .orElseThrow(() -> missing(directory, name));
        } catch (IOException e) {
            throw new BankUnreadable("The folder " + directory + " cannot be read.", e);
        }
    }

    private static boolean isTable(Path file, String name) {
        String given = file.getFileName().toString();
        return given.startsWith(name) && (given.endsWith(".asc") || given.endsWith(".asc.gz"));
    }

    private static BankUnreadable missing(Path directory, String name) {
        return new BankUnreadable(
                "The folder "
                        + directory
                        + " holds no "
                        + name
                        + ".asc.gz, so it is not the Berka bank.");
    }

    void forEach(int columns, Consumer<List<String>> row) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(), CHARSET), 1 << 16)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    row.accept(fields(line, columns));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BankUnreadable("The file " + file + " is broken: " + e.getMessage() + ".", e);
        }
    }

    private InputStream open() throws IOException {
        InputStream raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    private List<String> fields(String line, int columns) {
        List<String> fields =
                Stream.of(line.strip().split(";", -1)).map(BerkaTable::unquoted).toList();
        if (fields.size() < columns) {
            throw new BankUnreadable("The file " + file + " has a short line: " + line);
        }
        return fields;
    }

    private static String unquoted(String field) {
        return field.replace("\"", "").strip();
    }
}
