package io.guanxi.kit.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Short-lived tokens that the services under test accept. */
public final class TestTokens {
    private static final Duration VALIDITY = Duration.ofHours(1);

    private TestTokens() {}

    /** A token for a staff code with these roles (lower case: {@code rm}). */
    public static String token(String subject, String... groups) {
        return keys().token(subject, List.of(groups), VALIDITY);
    }

    /** The same for less than the usual hour. */
    public static String briefly(Duration validity, String subject, String... groups) {
        return keys().token(subject, List.of(groups), validity);
    }

    /** Another bank system. */
    public static String system() {
        return token("svc:test", "system");
    }

    /** A person who looks after people, settings and calendars. */
    public static String admin() {
        return token("admin", "admin");
    }

    /** A token that has expired. */
    public static String expired(String subject, String... groups) {
        return keys().token(subject, List.of(groups), Duration.ofHours(-1));
    }

    static LocalKeys keys() {
        synchronized (System.getProperties()) {
            Path home = TestStack.home();
            return LocalKeys.in(home.resolve("keys"));
        }
    }
}
