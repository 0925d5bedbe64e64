package io.guanxi.kit.service.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The place in a list where a page ended: the sort keys of its last row, opaque to callers. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 1024;

    private Cursor() {}

    public static String encode(String... keys) {
        byte[] joined = String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
    }

    /**
     * The keys of a cursor that {@link #encode} made.
     *
     * @param keys how many there must be
     * @throws Problem 400 {@code cursor.invalid}
     */
    public static List<String> decode(String cursor, int keys) {
        List<String> decoded = List.of(text(cursor).split(SEPARATOR, -1));
        if (decoded.size() != keys) {
            throw invalid();
        }
        return decoded;
    }

    /** For the keys' own parsing: {@code throw Cursor.invalid()}. */
    public static Problem invalid() {
        return Problem.badRequest(
                "cursor.invalid",
                "The cursor is not one that this list gave out.",
                FieldError.parameter("cursor", "not a cursor of this list"));
    }

    private static String text(String cursor) {
        if (cursor.length() > LONGEST) {
            throw invalid();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw invalid();
            }
            return text;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
    }
}
