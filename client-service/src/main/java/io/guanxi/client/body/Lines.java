package io.guanxi.client.body;

import io.guanxi.kit.service.http.Ndjson;
import io.guanxi.kit.service.http.Problem;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * The lines of a bulk body that is answered at once.
 *
 * @param read those that could be read
 * @param bad those that could not, with the reason
 * @param digest SHA-256 of all lines, for the comparison of a repeated request
 */
public record Lines<T>(List<Line<T>> read, List<ImportReport.Line> bad, String digest) {
    /** More lines than this are not answered at once. */
    public static final int MOST = 10_000;

    /** A line's number in the body, from 1, and what stands there. */
    public record Line<T>(int number, T body) {}

    /**
     * Reads all of it.
     *
     * @throws Problem 413 {@code import.too-many-lines}
     */
    public static <T> Lines<T> read(InputStream in, Function<byte[], T> reading) {
        List<Line<T>> read = new ArrayList<>();
        List<ImportReport.Line> bad = new ArrayList<>();
        MessageDigest digest = sha256();
        Ndjson.lines(
                in,
                (number, line) -> {
                    if (read.size() + bad.size() == MOST) {
                        throw Problem.tooLarge(
                                "import.too-many-lines",
                                "At most 10,000 lines are taken at once; split the file.");
                    }
                    digest.update(line);
                    digest.update((byte) '\n');
                    try {
                        read.add(new Line<>(number, reading.apply(line)));
                    } catch (Problem problem) {
                        bad.add(
                                ImportReport.Line.invalid(
                                        number,
                                        problem.code(),
                                        problem.getMessage(),
                                        problem.errors()));
                    }
                });
        return new Lines<>(read, bad, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
