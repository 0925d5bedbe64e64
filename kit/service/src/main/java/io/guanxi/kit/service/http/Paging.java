package io.guanxi.kit.service.http;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which page of a list is asked for. Take it as {@code @BeanParam Paging paging}, select {@link
 * #fetch()} rows after {@link #after}, and hand them to {@link #page}.
 */
public class Paging {
    public static final int LARGEST = 500;
    private static final int USUAL = 50;

    @Parameter(
            description = "How many items at most",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    @QueryParam("limit")
    public String limit;

    @Parameter(description = "Where to go on: the `next` of the page before")
    @QueryParam("cursor")
    public String cursor;

    public Paging() {}

    public static Paging of(String limit, String cursor) {
        Paging paging = new Paging();
        paging.limit = limit;
        paging.cursor = cursor;
        return paging;
    }

    /**
     * How many items at most.
     *
     * @throws Problem 400 when it is no whole number from 1 to 500
     */
    public int limit() {
        if (limit == null) {
            return USUAL;
        }
        if (limit.matches("[0-9]{1,3}")) {
            int asked = Integer.parseInt(limit);
            if (asked >= 1 && asked <= LARGEST) {
                return asked;
            }
        }
        throw Problem.badRequest(
                "parameter.invalid",
                "A parameter has no usable value.",
                FieldError.parameter("limit", "must be a whole number from 1 to " + LARGEST));
    }

    /** How many rows to select: one more than is shown tells whether there is a next page. */
    public int fetch() {
        return limit() + 1;
    }

    /**
     * The sort keys of the last row already seen; empty on the first page.
     *
     * @throws Problem 400 {@code cursor.invalid}
     */
    public Optional<List<String>> after(int keys) {
        return Optional.ofNullable(cursor).map(c -> Cursor.decode(c, keys));
    }

    /**
     * The sort keys of the last row already seen, read; empty on the first page.
     *
     * @throws Problem 400 {@code cursor.invalid}, also if reading them fails
     */
    public <T> Optional<T> after(int keys, Function<List<String>, T> reading) {
        try {
            return after(keys).map(reading);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Cursor.invalid();
        }
    }

    /** Makes the page of up to {@link #fetch()} rows. */
    public <T> Page<T> page(List<T> rows, Function<? super T, String[]> sortKeys) {
        int limit = limit();
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, Cursor.encode(sortKeys.apply(shown.getLast())));
    }
}
