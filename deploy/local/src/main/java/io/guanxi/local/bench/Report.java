package io.guanxi.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** One table for people and the same as JSON for machines. */
final class Report {
    private static final String LINE =
            "%-37s %9s %15s %7s  %-40s %9s %15s %7s %6s %8s %8s %7s %6s%n";

    /**
     * What one side came to in all rounds.
     *
     * @param walBytes written ahead by PostgreSQL for each command or event
     */
    record Side(List<Measure> rounds, double walBytes) {
        static final Side NONE = new Side(List.of(), Double.NaN);

        double rate() {
            return Measure.median(rounds.stream().map(Measure::perSecond).toList());
        }

        long errors() {
            return rounds.stream().mapToLong(Measure::errors).sum();
        }
    }

    /**
     * One row: ours, and what it is compared with.
     *
     * @param commitMs what a commit of one small row took meanwhile
     */
    record Row(String what, Side ours, String than, Side theirs, double commitMs) {
        long errors() {
            return ours.errors() + theirs.errors();
        }

        /**
         * The median of the rounds' ratios, for both sides of a round run one after the other and
         * the machine is not as fast in every round. A row with errors on either side has none.
         */
        double ratio() {
            if (errors() > 0 || theirs.rounds().isEmpty()) {
                return Double.NaN;
            }
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < theirs.rounds().size(); i++) {
                Measure they = theirs.rounds().get(i);
                ratios.add(ours.rounds().get(i).perSecond() / they.perSecond());
            }
            return Measure.median(ratios);
        }
    }

    private final Map<String, String> header;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(Map<String, String> header) {
        this.header = header;
        header.forEach((name, value) -> System.out.printf("%-22s %s%n", name, value));
        System.out.println();
        System.out.printf(
                LINE,
                "row",
                "ours /s",
                "spread",
                "WAL B",
                "yardstick",
                "its /s",
                "spread",
                "WAL B",
                "ratio",
                "p50 ms",
                "p99 ms",
                "commit",
                "errors");
    }

    void add(Row row) {
        rows.add(row);
        System.out.printf(
                LINE,
                row.what(),
                whole(row.ours().rate()),
                spread(row.ours()),
                whole(row.ours().walBytes()),
                row.than(),
                whole(row.theirs().rate()),
                spread(row.theirs()),
                whole(row.theirs().walBytes()),
                number(row.ratio()),
                number(median(row.ours(), Measure::p50Ms)),
                number(median(row.ours(), Measure::p99Ms)),
                number(row.commitMs()),
                row.errors());
    }

    /** Something to know about the row above. */
    void note(String text) {
        notes.add(text);
        System.out.println("  " + text);
    }

    /** Whether no row has errors. */
    boolean sound() {
        return rows.stream().allMatch(row -> row.errors() == 0);
    }

    void write(Path file, String loadAfter) throws IOException {
        header.put("load after", loadAfter);
        List<Map<String, Object>> all = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("row", row.what());
            one.put("ours", row.ours().rounds());
            one.put("oursWalBytesEach", finite(row.ours().walBytes()));
            one.put("yardstick", row.than());
            one.put("theirs", row.theirs().rounds());
            one.put("theirsWalBytesEach", finite(row.theirs().walBytes()));
            one.put("ratio", finite(row.ratio()));
            one.put("commitMs", row.commitMs());
            all.add(one);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(file.toFile(), Map.of("header", header, "rows", all, "notes", notes));
        System.out.println("\nLoad after: " + loadAfter + ". As JSON: " + file);
    }

    private static Double finite(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static double median(Side side, Function<Measure, Double> of) {
        return Measure.median(side.rounds().stream().map(of).toList());
    }

    private static String spread(Side side) {
        DoubleSummaryStatistics all =
                side.rounds().stream().mapToDouble(Measure::perSecond).summaryStatistics();
        return all.getCount() == 0 ? "" : whole(all.getMin()) + "-" + whole(all.getMax());
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String number(double value) {
        return Double.isNaN(value) || value < 0 ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
