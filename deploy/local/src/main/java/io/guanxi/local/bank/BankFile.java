package io.guanxi.local.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.eventsourcing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Remembers beside the stack's data which bank was loaded into it and how far the load has come.
 * Losing this mark does no harm to the data: every line is safe to send again.
 */
public final class BankFile {
    private final Path file;
    private final ObjectNode content;

    private BankFile(Path file, ObjectNode content) {
        this.file = file;
        this.content = content;
    }

    public static BankFile in(Path folder) {
        Path file = folder.resolve("bank.json");
        try {
            ObjectNode content =
                    Files.exists(file)
                            ? (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(file))
                            : Json.MAPPER.createObjectNode();
            return new BankFile(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Identity of the bank in the stack, if one was begun. */
    public Optional<String> identity() {
        return Optional.ofNullable(content.path("identity").textValue());
    }

    public Optional<String> title() {
        return Optional.ofNullable(content.path("title").textValue());
    }

    /** Environment that the services need for this bank; empty where nothing is out of the way. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        content.path("settings")
                .properties()
                .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
        return settings;
    }

    /** To be called before the services start for this bank; null takes the settings back. */
    public void settings(Bank bank) {
        content.remove("settings");
        if (bank != null) {
            content.withObject("/settings")
                    .put("GUANXI_CURRENCY", bank.currency())
                    .put("GUANXI_ZONE", bank.zone().getId());
        }
        save();
    }

    void begin(Bank bank) {
        content.put("identity", bank.identity()).put("title", bank.title());
        save();
    }

    /** How many lines of this sort were sent and confirmed. */
    public long done(String sort) {
        return content.path("done").path(sort).asLong();
    }

    public void done(String sort, long lines) {
        content.withObject("/done").put(sort, lines);
        save();
    }

    private void save() {
        try {
            Path written = file.resolveSibling("bank.json.tmp");
            Files.write(
                    written,
                    Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
            Files.move(
                    written,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
