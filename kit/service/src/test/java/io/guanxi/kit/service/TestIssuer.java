package io.guanxi.kit.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guanxi.kit.testing.LocalKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * An issuer of tokens that serves its keys over HTTP: {@code /jwks}, {@code /token} signed by the
 * present key, and {@code /rotate}, which throws that key away for a new one.
 */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {
    /** The system property with its address. */
    static final String ADDRESS = "guanxi.test.issuer";

    private HttpServer server;
    private RsaJsonWebKey key;
    private int keys;

    @Override
    public Map<String, String> start() {
        rotate();
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/jwks", exchange -> answer(exchange, jwks()));
        server.createContext("/token", exchange -> answer(exchange, token()));
        server.createContext("/rotate", exchange -> answer(exchange, rotate()));
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort();
        System.setProperty(ADDRESS, address);
        return Map.of("GUANXI_JWKS", address + "/jwks");
    }

    /** After the resource that names a file of keys. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private synchronized String rotate() {
        keys++;
        key = key("key-" + keys);
        return key.getKeyId();
    }

    /** A new key to sign with. */
    public static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized String jwks() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private synchronized String token() {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("svc:test");
        claims.setIssuer(LocalKeys.ISSUER);
        claims.setAudience(LocalKeys.AUDIENCE);
        claims.setStringListClaim("groups", List.of("system"));
        return signed(claims, key);
    }

    /** A token that holds for ten minutes. */
    public static String signed(JwtClaims claims, RsaJsonWebKey key) {
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
