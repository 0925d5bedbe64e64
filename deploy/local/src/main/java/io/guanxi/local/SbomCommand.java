package io.guanxi.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** Looks through the bill of materials that the script has just had made. */
@Command(
        name = "sbom",
        description = "Lists all parts with their licences (CycloneDX), and refuses unfit ones.",
        mixinStandardHelpOptions = true)
final class SbomCommand implements Runnable {

    @Override
    public void run() {
        Path file = Home.fromEnvironment().root().resolve("target/sbom/bom.json");
        JsonNode bom = read(file);
        Terminal terminal = Terminal.standard();
        Licences.counts(bom).forEach((name, n) -> terminal.line("%5d  %s".formatted(n, name)));
        terminal.line(bom.path("components").size() + " parts; the whole list: " + file);
        List<String> complaints = Licences.complaints(bom);
        if (!complaints.isEmpty()) {
            throw new Trouble(String.join("\n", complaints));
        }
    }

    private static JsonNode read(Path file) {
        if (!Files.exists(file)) {
            throw new Trouble("There is no " + file + "; run ./guanxi sbom.");
        }
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
