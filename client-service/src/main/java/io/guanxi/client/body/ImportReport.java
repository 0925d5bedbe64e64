package io.guanxi.client.body;

import io.guanxi.kit.service.http.FieldError;
import java.util.Comparator;
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
        int lines, int created, int existing, int refused, int invalid, List<Line> items) {

    /** How a line ended. */
    public enum Result {
        CREATED,
        EXISTING,
        REFUSED,
        INVALID
    }

    /**
     * One line, by its number in the body, from 1.
     *
     * @param id of the thing; null where none was made out
     * @param code why not, as a problem answer would say
     */
    public record Line(
            int line,
            Result result,
            String id,
            String code,
            String detail,
            List<FieldError> errors) {

        public static Line created(int line, String id) {
            return new Line(line, Result.CREATED, id, null, null, List.of());
        }

        public static Line existing(int line, String id) {
            return new Line(line, Result.EXISTING, id, null, null, List.of());
        }

        public static Line refused(int line, String id, String code, String detail) {
            return new Line(line, Result.REFUSED, id, code, detail, List.of());
        }

        public static Line invalid(int line, String code, String detail, List<FieldError> errors) {
            return new Line(line, Result.INVALID, null, code, detail, errors);
        }
    }

    public static ImportReport of(List<Line> lines) {
        return new ImportReport(
                lines.size(),
                count(lines, Result.CREATED),
                count(lines, Result.EXISTING),
                count(lines, Result.REFUSED),
                count(lines, Result.INVALID),
                lines.stream().sorted(Comparator.comparingInt(Line::line)).toList());
    }

    private static int count(List<Line> lines, Result result) {
        return (int) lines.stream().filter(line -> line.result() == result).count();
    }
}
