package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LicencesTest {

    @Test
    void a_part_needs_one_licence_that_a_bank_can_live_with() throws IOException {
        JsonNode bom =
                bom(
                        part("free", "{\"license\":{\"id\":\"Apache-2.0\"}}"),
                        part(
                                "dual",
                                "{\"license\":{\"id\":\"EPL-2.0\"}},{\"license\":{\"id\":\"GPL-2.0-only\"}}"),
                        part("either", "{\"expression\":\"AGPL-3.0-only OR MIT\"}"),
                        part("lesser", "{\"license\":{\"id\":\"LGPL-2.1-or-later\"}}"),
                        part(
                                "classpath",
                                "{\"license\":{\"id\":\"GPL-2.0-with-classpath-exception\"}}"),
                        part("network", "{\"license\":{\"id\":\"AGPL-3.0-only\"}}"),
                        part("server", "{\"license\":{\"name\":\"SSPL v1\"}}"),
                        part("unknown", ""));
        assertThat(Licences.complaints(bom))
                .containsExactly(
                        "org:network:1 comes under [AGPL-3.0-only]",
                        "org:server:1 comes under [SSPL v1]",
                        "org:unknown:1 has no licence");
        assertThat(Licences.counts(bom)).containsEntry("AGPL-3.0-only or MIT", 1);
        assertThat(Licences.complaints(bom())).hasSize(1);
    }

    private static String part(String name, String licences) {
        return "{\"group\":\"org\",\"name\":\"%s\",\"version\":\"1\",\"licenses\":[%s]}"
                .formatted(name, licences);
    }

    private static JsonNode bom(String... parts) throws IOException {
        return Json.MAPPER.readTree("{\"components\":[" + String.join(",", parts) + "]}");
    }
}
