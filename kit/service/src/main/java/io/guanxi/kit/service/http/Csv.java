package io.guanxi.kit.service.http;

import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/**
 * Comma-separated values (RFC 4180, UTF-8, a header row) taken wherever lines of JSON are: each row
 * becomes an object of strings. A dot in a heading nests ({@code identifiers.uscc}), {@code []} at
 * its end makes a list of what stands between semicolons ({@code flags[]}); an empty cell is
 * absent. A row of another length than the heading becomes a line that is refused by itself.
 */
public final class Csv {
    public static final String TYPE = "text/csv";

    private static final MediaType CSV = MediaType.valueOf(TYPE);

    private Csv() {}

    /** The body as lines of JSON, whichever of the two it is; converted as it is read. */
    public static InputStream asLines(MediaType type, InputStream body) {
        return CSV.isCompatible(type) ? new CsvLines(body) : body;
    }
}
