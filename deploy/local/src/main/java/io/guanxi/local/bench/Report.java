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
    private static final String LINE = "%-44s %12s %17s %12s %8s %9s %9s %7s%n";

    /** One row: ours, and what it is compared with. */
    private record Row(String what, List<Measure> ours, String than, List<Measure> theirs) {
        long errors() {
            return ours.stream().mapToLong(Measure::errors).sum();
        }

        double median(List<Measure> side) {
            return Measure.median(side.stream().map(Measure::perSecond).toList());
        }

        /** A row with errors has no ratio. */
        double ratio() {
            return errors() > 0 || theirs.isEmpty() ? Double.NaN : median(ours) / median(theirs);
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
                "yardstick /s",
                "ratio",
                "p50 ms",
                "p99 ms",
                "errors");
    }

    void add(String what, List<Measure> ours, String than, List<Measure> theirs) {
        Row row = new Row(what, ours, than, theirs);
        rows.add(row);
        System.out.printf(
                LINE,
                what,
                whole(row.median(ours)),
                whole(ours.stream().mapToDouble(Measure::perSecond).min().orElse(0))
                        + "-"
                        + whole(ours.stream().mapToDouble(Measure::perSecond).max().orElse(0)),
                theirs.isEmpty() ? "" : whole(row.median(theirs)),
                number(row.ratio()),
                number(Measure.median(ours.stream().map(Measure::p50Ms).toList())),
                number(Measure.median(ours.stream().map(Measure::p99Ms).toList())),
                row.errors());
    }

    void write(Path file) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("row", row.what());
            one.put("ours", row.ours());
            one.put("yardstick", row.than());
            one.put("theirs", row.theirs());
            one.put("ratio", Double.isNaN(row.ratio()) ? null : row.ratio());
            all.add(one);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(file.toFile(), Map.of("header", header, "rows", all));
        System.out.println("\nAs JSON: " + file);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String number(double value) {
        return Double.isNaN(value) || value < 0 ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
