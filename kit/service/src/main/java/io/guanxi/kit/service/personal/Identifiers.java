package io.guanxi.kit.service.personal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Fingerprints of personal identifiers, for uniqueness without keeping the identifier itself. */
@ApplicationScoped
public class Identifiers {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    Identifiers(MasterKeys masters) {
        // A fingerprint must be the same for ever, so it outlives the rotation of master keys.
        byte[] derived = mac(masters.oldest().key(), "guanxi identifiers");
        this.key = new SecretKeySpec(derived, ALGORITHM);
    }

    /**
     * HMAC-SHA256 in hexadecimal, under a key derived from the master key.
     *
     * @param scope what kind of identifier it is, so that equal values of two kinds differ
     */
    public String hmac(String scope, String value) {
        return HexFormat.of().formatHex(mac(key, scope + '\0' + value));
    }

    /** The same of a digest of what was asked, which may hold little more than an identifier. */
    public byte[] keyed(byte[] digest) {
        return mac(key, "request" + '\0' + HexFormat.of().formatHex(digest));
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getEncoded(), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
