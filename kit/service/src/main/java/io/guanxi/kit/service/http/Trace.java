package io.guanxi.kit.service.http;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** W3C trace context: the caller's {@code traceparent}, or one made here. */
public final class Trace {
    private static final String HELD = "guanxi.traceparent";
    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** The trace context of the request, the same for its whole life. */
    public static String parent(RoutingContext http) {
        String held = http.get(HELD);
        if (held == null) {
            String given = http.request().getHeader("traceparent");
            held = given != null && VALID.matcher(given).matches() ? given : fresh();
            http.put(HELD, held);
        }
        return held;
    }

    /** The 32 hexadecimal digits of the trace id. */
    public static String id(RoutingContext http) {
        return parent(http).substring(3, 35);
    }

    /** A new trace context, for what begins here. */
    public static String fresh() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        String hex = HexFormat.of().formatHex(bytes);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
