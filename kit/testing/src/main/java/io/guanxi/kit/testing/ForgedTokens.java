package io.guanxi.kit.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Tokens that no service may accept, each good but for one thing. */
public final class ForgedTokens {
    private static final String SUBJECT = "svc:test";
    private static final List<String> GROUPS = List.of("system");
    private static final Duration VALIDITY = Duration.ofHours(1);

    private ForgedTokens() {}

    /** By what is wrong with it. */
    public static Map<String, String> all(Path elsewhere) {
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("expired", TestTokens.expired(SUBJECT, "system"));
        forged.put("not yet valid", signed(ForgedTokens::later));
        forged.put("for another audience", signed(claims -> claims.setAudience("another")));
        forged.put("of another issuer", signed(claims -> claims.setIssuer("https://else.where")));
        forged.put("without a subject", signed(claims -> claims.unsetClaim("sub")));
        forged.put("without an end", signed(claims -> claims.unsetClaim("exp")));
        forged.put("of an unknown key", LocalKeys.in(elsewhere).token(SUBJECT, GROUPS, VALIDITY));
        String good = TestTokens.system();
        forged.put("tampered with", tampered(good));
        forged.put("unsigned", header("none") + "." + part(good, 1) + ".");
        forged.put("signed by the public key", signedByThePublicKey(good));
        forged.put("cut", good.substring(0, good.length() - 20));
        return forged;
    }

    private static void later(JwtClaims claims) {
        NumericDate later = NumericDate.now();
        later.addSeconds(600);
        claims.setNotBefore(later);
    }

    private static String signed(Consumer<JwtClaims> change) {
        return TestTokens.keys().token(SUBJECT, GROUPS, VALIDITY, change);
    }

    private static String tampered(String good) {
        String claims =
                new String(Base64.getUrlDecoder().decode(part(good, 1)), StandardCharsets.UTF_8);
        return part(good, 0)
                + "."
                + encoded(claims.replace("system", "auditor"))
                + "."
                + part(good, 2);
    }

    /** What a verifier accepts that lets the token choose between RSA and HMAC. */
    private static String signedByThePublicKey(String good) {
        String text = header("HS256") + "." + part(good, 1);
        PublicKey key = TestTokens.keys().publicKey();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(String algorithm) {
        return encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"guanxi-local\"}");
    }

    private static String part(String token, int index) {
        return token.split("\\.", -1)[index];
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
