package io.guanxi.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One table for people and the same as JSON for machines. */
final class Report {
    private static final String LINE = "%-37s %9s %15s  %-40s %9s %15s %6s %8s %8s %7s %6s%n";

    /**
     * One row: ours, and what it is compared with.
     *
     * @param commitMs what a commit of one small row took meanwhile
     */
    record Row(
            String what, List<Measure> ours, String than, List<Measure> theirs, double commitMs) {
        long errors() {
            return ours.stream().mapToLong(Measure::errors).sum();
        }

        /** A row with errors on either side has no ratio. */
        double ratio() {
            boolean sound = errors() == 0 && theirs.stream().allMatch(t -> t.errors() == 0);
            return sound && !theirs.isEmpty() ? rate(ours) / rate(theirs) : Double.NaN;
        }

        private static double rate(List<Measure> side) {
            return Measure.median(side.stream().map(Measure::perSecond).toList());
        }
    }

    private final Map<String, String> header;
    private final List<Row> rows = new ArrayList<>();

    Report(Map<String, String> header) {
        this.header = header;
        header.forEach((name, value) -> System.out.printf("%-22s %s%n", name, value));
        System.out.println();
        System.out.printf(
                LINE,
                "row",
                "ours /s",
                "spread",
                "yardstick",
                "its /s",
                "spread",
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
                whole(Row.rate(row.ours())),
                spread(row.ours()),
                row.than(),
                row.theirs().isEmpty() ? "" : whole(Row.rate(row.theirs())),
                row.theirs().isEmpty() ? "" : spread(row.theirs()),
                number(row.ratio()),
                number(Measure.median(row.ours().stream().map(Measure::p50Ms).toList())),
                number(Measure.median(row.ours().stream().map(Measure::p99Ms).toList())),
                number(row.commitMs()),
                row.errors());
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
            one.put("ours", row.ours());
            one.put("yardstick", row.than());
            one.put("theirs", row.theirs());
            one.put("ratio", Double.isNaN(row.ratio()) ? null : row.ratio());
            one.put("commitMs", row.commitMs());
            all.add(one);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(file.toFile(), Map.of("header", header, "rows", all));
        System.out.println("\nLoad after: " + loadAfter + ". As JSON: " + file);
    }

    private static String spread(List<Measure> side) {
        return whole(side.stream().mapToDouble(Measure::perSecond).min().orElse(0))
                + "-"
                + whole(side.stream().mapToDouble(Measure::perSecond).max().orElse(0));
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String number(double value) {
        return Double.isNaN(value) || value < 0 ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
