package io.guanxi.kit.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.service.TestIssuer;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final String ISSUER = "https://issuer.example";

    private final RsaJsonWebKey first = TestIssuer.key("first");
    private final RsaJsonWebKey second = TestIssuer.key("second");
    private final VerifiedTokens tokens = new VerifiedTokens();

    @Test
    void a_token_is_verified_once() throws ParseException {
        String token = token(first);
        assertThat(tokens.parse(token, accepting(first)))
                .isSameAs(tokens.parse(token, accepting(second)));
    }

    @Test
    void all_are_verified_anew_once_another_key_signs() throws ParseException {
        String old = token(first);
        tokens.parse(old, accepting(first));
        tokens.parse(token(second), accepting(second));
        assertThatThrownBy(() -> tokens.parse(old, accepting(second)))
                .isInstanceOf(ParseException.class);
    }

    @Test
    void what_failed_is_not_remembered() throws ParseException {
        String token = token(first);
        assertThatThrownBy(() -> tokens.parse(token, accepting(second)))
                .isInstanceOf(ParseException.class);
        assertThat(tokens.parse(token, accepting(first)).getSubject()).isEqualTo("S-0001");
        assertThatThrownBy(() -> tokens.parse(token + "x", accepting(first)))
                .isInstanceOf(ParseException.class);
    }

    private static JWTAuthContextInfo accepting(RsaJsonWebKey key) {
        return new JWTAuthContextInfo(key.getPublicKey(), ISSUER);
    }

    private static String token(RsaJsonWebKey key) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("S-0001");
        claims.setIssuer(ISSUER);
        return TestIssuer.signed(claims, key);
    }
}
