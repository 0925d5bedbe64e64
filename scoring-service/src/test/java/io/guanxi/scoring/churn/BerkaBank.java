package io.guanxi.scoring.churn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The real Czech bank of 1993/94, if its files are on this machine. */
final class BerkaBank {
    private static final String LOCATION = "guanxi.berka";
    private static final String TRANSACTIONS = "trans_first_49102_rows.asc.gz";

    private BerkaBank() {}

    /** The folder: system property, environment, or beside the repository. */
    static Optional<Path> folder() {
        String named = System.getProperty(LOCATION, System.getenv("GUANXI_BERKA"));
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path candidate = folder.resolve("shared/data/berka");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    /** The accounts by the client that owns them; in this bank each has one. */
    static Map<Integer, BerkaAccount> accountsByOwner(Path folder) throws IOException {
        Map<String, Integer> owners = new HashMap<>();
        rows(
                folder.resolve("disp.asc.gz"),
                row -> {
                    if (row[3].equals("OWNER")) {
                        owners.put(row[2], Integer.valueOf(row[1]));
                    }
                });
        Map<Integer, BerkaAccount> accounts = new HashMap<>();
        rows(
                folder.resolve(TRANSACTIONS),
                row ->
                        accounts.computeIfAbsent(owners.get(row[1]), _ -> new BerkaAccount())
                                .add(
                                        day(row[2]),
                                        row[3].equals("PRIJEM"),
                                        new BigDecimal(row[5]),
                                        row[7]));
        return accounts;
    }

    private static LocalDate day(String yymmdd) {
        int number = Integer.parseInt(yymmdd);
        return LocalDate.of(1900 + number / 10_000, number / 100 % 100, number % 100);
    }

    private static void rows(Path file, Consumer<String[]> each) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.ISO_8859_1))) {
            reader.lines()
                    .skip(1)
                    .map(line -> line.replace("\"", ""))
                    .map(BerkaBank::cells)
                    .forEach(each);
        }
    }

    private static String[] cells(String line) {
        return line.split(";", -1);
    }
}
