package io.guanxi.kit.service.personal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that wrap the subjects' keys: one wraps, earlier ones still unwrap until everything is
 * wrapped anew. They come from the environment and are written nowhere.
 */
@ApplicationScoped
class MasterKeys {
    private static final int LENGTH = 32;

    private final List<Master> masters;

    MasterKeys(
            @ConfigProperty(name = "guanxi.master-key") String current,
            @ConfigProperty(name = "guanxi.master-keys-before") Optional<List<String>> before) {
        List<Master> all = new ArrayList<>();
        all.add(Master.of(current));
        before.ifPresent(keys -> keys.forEach(key -> all.add(Master.of(key))));
        this.masters = List.copyOf(all);
    }

    Master current() {
        return masters.getFirst();
    }

    /** The first one this service ever had: what must not change with rotation hangs on it. */
    Master oldest() {
        return masters.getLast();
    }

    Master byId(int id) {
        return masters.stream()
                .filter(master -> master.id() == id)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("A key is wrapped by an unknown master"));
    }

    /** A master key and its fingerprint, by which a wrapped key names it. */
    record Master(int id, SecretKey key) {

        static Master of(String base64) {
            byte[] bytes = decoded(base64);
            if (bytes.length != LENGTH) {
                throw new IllegalArgumentException("GUANXI_MASTER_KEY must be 32 bytes in Base64");
            }
            return new Master(fingerprint(bytes), new SecretKeySpec(bytes, "AES"));
        }

        private static byte[] decoded(String base64) {
            try {
                return Base64.getDecoder().decode(base64.strip());
            } catch (IllegalArgumentException e) {
                // The cause would repeat a part of the key.
                throw new IllegalArgumentException("GUANXI_MASTER_KEY is not Base64");
            }
        }

        private static int fingerprint(byte[] bytes) {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                sha.update("guanxi master key".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                return ByteBuffer.wrap(sha.digest(bytes)).getInt();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return "Master[" + Integer.toHexString(id) + "]";
        }
    }
}
