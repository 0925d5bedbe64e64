package io.guanxi.scoring.activity;

import io.guanxi.contracts.activity.ActivityFact;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import java.util.UUID;

/** The content of a fact as 16 bytes: equal for equal content, however it was written. */
final class FactDigest {
    private static final char SEPARATOR = '\u001f';

    private FactDigest() {}

    static UUID of(ActivityFact fact) {
        StringBuilder text = new StringBuilder(160);
        text.append(fact.client().key()).append(SEPARATOR);
        text.append(fact.type()).append(SEPARATOR);
        text.append(fact.at()).append(SEPARATOR);
        text.append(plain(fact.amount())).append(SEPARATOR);
        text.append(plain(fact.value()));
        new TreeMap<>(fact.attributes())
                .forEach(
                        (name, value) ->
                                text.append(SEPARATOR).append(name).append('=').append(value));
        return first16(text.toString());
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    static UUID first16(String text) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
