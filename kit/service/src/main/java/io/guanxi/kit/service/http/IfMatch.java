package io.guanxi.kit.service.http;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code If-Match} header, as the version of a stream. */
final class IfMatch {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]*)\"");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int NEVER = -1;

    private IfMatch() {}

    /**
     * The version the caller saw. Empty without a header and for {@code *}; a version that no
     * stream has for a tag that cannot be ours, and for a weak one, which never matches strongly
     * (RFC 9110 §13.1.1).
     */
    static OptionalInt version(String header) {
        if (header == null || header.strip().equals("*")) {
            return OptionalInt.empty();
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Problem.badRequest(
                    "if-match.invalid", "If-Match must be * or one entity tag as it was given.");
        }
        boolean ours = tag.group(1) == null && VERSION.matcher(tag.group(2)).matches();
        return OptionalInt.of(ours ? Integer.parseInt(tag.group(2)) : NEVER);
    }
}
