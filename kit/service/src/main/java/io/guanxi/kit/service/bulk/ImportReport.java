package io.guanxi.kit.service.bulk;

import java.util.List;

/**
 * What became of each line of a bulk body.
 *
 * @param created lines that made something new
 * @param existing lines whose id was there before, and nothing was changed
 * @param refused lines a rule refused
 * @param invalid lines that could not be read
 */
public record ImportReport(
        int lines,
        int created,
        int existing,
        int refused,
        int invalid,
        boolean dryRun,
        List<LineResult> items) {

    static ImportReport of(List<LineResult> lines, boolean dryRun) {
        return new ImportReport(
                lines.size(),
                count(lines, LineResult.Outcome.CREATED),
                count(lines, LineResult.Outcome.EXISTING),
                count(lines, LineResult.Outcome.REFUSED),
                count(lines, LineResult.Outcome.INVALID),
                dryRun,
                List.copyOf(lines));
    }

    static int count(List<LineResult> lines, LineResult.Outcome outcome) {
        return (int) lines.stream().filter(line -> line.result() == outcome).count();
    }
}
