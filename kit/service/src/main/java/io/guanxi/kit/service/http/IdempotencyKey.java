package io.guanxi.kit.service.http;

import java.util.List;

/** The {@code Idempotency-Key} header: 1 to 255 printable ASCII characters, given once. */
final class IdempotencyKey {
    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /** The key, or null when there is none. */
    static String of(List<String> headers) {
        if (headers.isEmpty()) {
            return null;
        }
        String key = headers.getFirst().strip();
        boolean printable = key.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        if (headers.size() > 1 || key.isEmpty() || key.length() > LONGEST || !printable) {
            throw Problem.badRequest(
                    "idempotency.key-invalid",
                    "Idempotency-Key must be given once, with 1 to 255 printable ASCII"
                            + " characters.");
        }
        return key;
    }
}
