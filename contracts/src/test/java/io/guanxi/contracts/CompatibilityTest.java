package io.guanxi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds today's contracts to the last released ones ({@code released/1.json}): within a version a
 * field may be added, none may vanish, change its form or stop being there, and what was written
 * then is read today. A release adds a file and names it here.
 */
class CompatibilityTest {
    private static final String LAST_RELEASED = "/released/1.json";
    private static final Path TODAY = Path.of("src/main/resources/contracts/schemas");

    @TestFactory
    Stream<DynamicTest> what_was_released_is_still_kept() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, JsonNode> released : released().properties()) {
            tests.add(
                    DynamicTest.dynamicTest(
                            released.getKey(), () -> kept(released.getKey(), released.getValue())));
        }
        return tests.stream();
    }

    private static void kept(String name, JsonNode released) throws IOException {
        Path file = TODAY.resolve(name + ".json");
        assertThat(file).as("a released version of an event is published for ever").exists();
        String today = Files.readString(file);
        assertThat(breaks("", released.get("schema"), PublicJson.tree(today))).isEmpty();
        assertThat(
                        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                .getSchema(today)
                                .validate(released.get("sample").toString(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void a_field_that_vanished_changed_or_need_not_be_there_is_a_break() {
        JsonNode released =
                PublicJson.tree(
                        """
                        {"required":["a"],"properties":{
                         "a":{"type":"string"},"b":{"type":"array","items":{"type":"integer"}}}}""");
        JsonNode today =
                PublicJson.tree(
                        """
                        {"properties":{"a":{"type":"string"},
                         "b":{"type":"array","items":{"type":"string"}},"c":{"type":"string"}}}""");
        assertThat(breaks("", released, today))
                .containsExactly("/a need not be there any more", "/b/* is no longer integer");
        assertThat(
                        breaks(
                                "",
                                released,
                                PublicJson.tree("{\"properties\":{},\"required\":[\"a\"]}")))
                .containsExactly("/a is gone", "/b is gone");
        assertThat(breaks("", released, released)).isEmpty();
    }

    private static List<String> breaks(String at, JsonNode released, JsonNode today) {
        List<String> breaks = new ArrayList<>();
        for (String form : List.of("type", "format", "pattern", "const")) {
            if (released.has(form) && !released.get(form).equals(today.get(form))) {
                breaks.add(at + " is no longer " + released.get(form).asText());
            }
        }
        released.path("required")
                .forEach(
                        name -> {
                            if (!holds(today.path("required"), name)) {
                                breaks.add(
                                        at + "/" + name.asText() + " need not be there any more");
                            }
                        });
        released.path("enum")
                .forEach(
                        value -> {
                            if (!holds(today.path("enum"), value)) {
                                breaks.add(at + " is never " + value.asText() + " any more");
                            }
                        });
        for (Map.Entry<String, JsonNode> field : released.path("properties").properties()) {
            String name = at + "/" + field.getKey();
            JsonNode now = today.path("properties").path(field.getKey());
            if (now.isMissingNode()) {
                breaks.add(name + " is gone");
            } else {
                breaks.addAll(breaks(name, field.getValue(), now));
            }
        }
        if (released.has("items")) {
            breaks.addAll(breaks(at + "/*", released.get("items"), today.path("items")));
        }
        return breaks;
    }

    private static boolean holds(JsonNode values, JsonNode wanted) {
        for (JsonNode value : values) {
            if (value.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode released() throws IOException {
        try (InputStream in = CompatibilityTest.class.getResourceAsStream(LAST_RELEASED)) {
            return PublicJson.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
