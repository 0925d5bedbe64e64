package io.guanxi.kit.service.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
    @TempDir Path folder;

    @Test
    void a_secret_is_read_from_its_file_under_both_its_names() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "c2VjcmV0\n");
        SecretFiles secrets =
                new SecretFiles(
                        Map.of(
                                "GUANXI_MASTER_KEYS_BEFORE_FILE", file.toString(),
                                "KAFKA_SSL_KEYSTORE_PASSWORD_FILE", file.toString(),
                                "SOMETHING_ELSE_FILE", file.toString(),
                                "GUANXI_DB_PASSWORD_FILE", " "));
        assertThat(secrets.getValue("GUANXI_MASTER_KEYS_BEFORE")).isEqualTo("c2VjcmV0");
        assertThat(secrets.getValue("guanxi.master-keys-before")).isEqualTo("c2VjcmV0");
        assertThat(secrets.getPropertyNames())
                .containsExactlyInAnyOrder(
                        "GUANXI_MASTER_KEYS_BEFORE", "KAFKA_SSL_KEYSTORE_PASSWORD");
        assertThat(secrets.getValue("something.else")).isNull();
        assertThat(secrets.getValue("guanxi.db.password")).isNull();
    }

    @Test
    void a_file_that_is_not_there_is_named_and_one_that_is_too_large_is_not_read()
            throws IOException {
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(65 * 1024));
        SecretFiles secrets =
                new SecretFiles(
                        Map.of(
                                "GUANXI_DB_PASSWORD_FILE", folder.resolve("none").toString(),
                                "GUANXI_MASTER_KEY_FILE", large.toString()));
        assertThatThrownBy(() -> secrets.getValue("GUANXI_DB_PASSWORD"))
                .hasMessageContaining("GUANXI_DB_PASSWORD_FILE")
                .hasMessageContaining("none");
        assertThatThrownBy(() -> secrets.getValue("guanxi.master-key"))
                .hasMessageContaining("too large");
    }
}
