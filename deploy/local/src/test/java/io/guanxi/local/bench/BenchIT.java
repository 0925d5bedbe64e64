package io.guanxi.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That it still runs; no figure is asserted. */
class BenchIT {
    @Test
    void every_kind_of_row_is_measured_without_an_error(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("bench.json");
        int status = new CommandLine(new Bench()).execute("--quick", "--json", json.toString());
        assertThat(status).isZero();
        JsonNode rows = new ObjectMapper().readTree(json.toFile()).path("rows");
        assertThat(rows)
                .extracting(row -> row.path("row").asText())
                .contains(
                        "append to new streams, 16 callers",
                        "append with a view row, 16 callers",
                        "load, decide, append, 16 callers",
                        "relay, table to topic",
                        "projection, topic to table",
                        "rebuild of a view");
        assertThat(rows)
                .allSatisfy(
                        row ->
                                assertThat(row.path("ours").path(0).path("perSecond").asDouble())
                                        .isPositive());
    }
}
