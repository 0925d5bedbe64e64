package io.guanxi.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Generated secrets, each in a file that only its owner can read. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;

    private Secrets() {}

    /** A password; made on the first call, the same ever after. */
    public static String password(Path file) {
        return keep(file, Base64.getUrlEncoder().withoutPadding(), PASSWORD_BYTES);
    }

    /** A 256-bit key in base64. */
    public static String key(Path file) {
        return keep(file, Base64.getEncoder(), KEY_BYTES);
    }

    private static String keep(Path file, Base64.Encoder encoder, int bytes) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[bytes];
                RANDOM.nextBytes(random);
                write(file, encoder.encodeToString(random));
            }
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written beside and renamed: a secret is there whole or not at all. */
    static void write(Path file, String content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path half =
                Files.createTempFile(
                        directory,
                        "secret",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, content + "\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
