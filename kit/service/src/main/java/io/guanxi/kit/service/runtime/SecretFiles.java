package io.guanxi.kit.service.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings whose value lies in a file: {@code GUANXI_MASTER_KEY_FILE} names the file that holds
 * {@code GUANXI_MASTER_KEY}, and so with every name that begins as ours or Kafka's do. A secret
 * then need not stand in the environment, which child processes and crash reports show.
 */
public final class SecretFiles implements ConfigSource {
    private static final String SUFFIX = "_FILE";
    private static final Set<String> PREFIXES = Set.of("GUANXI_", "KAFKA_");
    private static final long LARGEST = 64 * 1024L;

    /** Less than the environment itself, more than any file of the application. */
    private static final int ORDINAL = 299;

    private final Map<String, Path> files;

    public SecretFiles() {
        this(System.getenv());
    }

    SecretFiles(Map<String, String> environment) {
        this.files =
                environment.entrySet().stream()
                        .filter(entry -> names(entry.getKey()) && !entry.getValue().isBlank())
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        entry -> withoutSuffix(entry.getKey()),
                                        entry -> Path.of(entry.getValue())));
    }

    private static boolean names(String variable) {
        return variable.endsWith(SUFFIX) && PREFIXES.stream().anyMatch(variable::startsWith);
    }

    private static String withoutSuffix(String variable) {
        return variable.substring(0, variable.length() - SUFFIX.length());
    }

    @Override
    public Set<String> getPropertyNames() {
        return files.keySet();
    }

    /** By the variable's name or by the property's ({@code guanxi.master-key}). */
    @Override
    public String getValue(String name) {
        if (files.isEmpty()) {
            return null;
        }
        String variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        Path file = files.get(variable);
        return file == null ? null : read(variable, file);
    }

    private static String read(String variable, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalStateException(variable + SUFFIX + " names too large a file");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    variable + SUFFIX + " names a file that cannot be read: " + file, e);
        }
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public String getName() {
        return "secret files";
    }
}
