package io.guanxi.kit.testing.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request ready to be sent.
 *
 * @param target path and query, encoded
 * @param body null for none
 */
record HostileRequest(String method, String target, Map<String, String> headers, byte[] body) {
    private static final int SHOWN = 300;

    @Override
    public String toString() {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return method + " " + cut(target) + " " + headers + " " + cut(text);
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
