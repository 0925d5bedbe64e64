package io.guanxi.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** A signing key of our own, its public half as a JWKS file, and the tokens it signs. */
public final class LocalKeys {
    /** Who the tokens are for. */
    public static final String AUDIENCE = "guanxi";

    /** Who says so, unless configured otherwise. */
    public static final String ISSUER = "https://guanxi.local";

    private static final int KEY_BITS = 2048;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final RsaJsonWebKey key;
    private final Path jwks;

    private LocalKeys(RsaJsonWebKey key, Path jwks) {
        this.key = key;
        this.jwks = jwks;
    }

    /** The key pair kept in a folder; made on the first call. */
    public static LocalKeys in(Path folder) {
        Path secret = folder.toAbsolutePath().resolve("jwt-key.json");
        Path jwks = folder.toAbsolutePath().resolve("jwks.json");
        try {
            if (!Files.exists(secret)) {
                RsaJsonWebKey made = RsaJwkGenerator.generateJwk(KEY_BITS);
                made.setKeyId("guanxi-local");
                made.setUse("sig");
                made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
                Secrets.write(jwks, new JsonWebKeySet(made).toJson(OutputControlLevel.PUBLIC_ONLY));
                Secrets.write(secret, made.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            }
            String json = Files.readString(secret);
            return new LocalKeys((RsaJsonWebKey) RsaJsonWebKey.Factory.newPublicJwk(json), jwks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("The signing key in " + folder + " is unusable", e);
        }
    }

    /** The public key set as a file. */
    public Path jwks() {
        return jwks;
    }

    /** A token for {@code subject} with these roles, valid for {@code validity}. */
    public String token(String subject, Collection<String> groups, Duration validity) {
        return token(subject, groups, validity, _ -> {});
    }

    PublicKey publicKey() {
        return key.getPublicKey();
    }

    String token(
            String subject,
            Collection<String> groups,
            Duration validity,
            Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setStringClaim("upn", subject);
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setStringListClaim("groups", List.copyOf(groups));
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setNotBeforeMinutesInThePast(CLOCK_SKEW.toSeconds() / 60f);
        claims.setExpirationTimeMinutesInTheFuture(validity.toSeconds() / 60f);
        change.accept(claims);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The token cannot be signed", e);
        }
    }
}
