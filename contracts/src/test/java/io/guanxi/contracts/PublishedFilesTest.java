package io.guanxi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.contracts.activity.ClientRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the published files to the records. After a deliberate change {@code mvn test -pl contracts
 * -Dguanxi.contracts.write=true} writes them anew; a changed sample of a version that has been
 * published is a break of the contract.
 */
class PublishedFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final boolean WRITE = Boolean.getBoolean("guanxi.contracts.write");
    private static final ObjectNode ACTIVITY_SCHEMA =
            SchemaOf.document(
                    "activity-fact.v1",
                    "activity-fact",
                    "One fact about a client, from another system.",
                    ActivityFact.class);

    @TestFactory
    Stream<DynamicTest> every_event_has_its_sample_and_the_sample_its_schema() {
        return Samples.all().stream()
                .map(
                        sample ->
                                DynamicTest.dynamicTest(
                                        Contract.ceType(sample.getClass()),
                                        () -> holds(sample, AsyncApi.file(sample.getClass()))));
    }

    private static void holds(Record sample, String name) throws IOException {
        String schema = published("schemas/" + name, SchemaOf.event(sample.getClass()));
        String json = published("samples/" + name, sample);
        assertThat(schema(schema).validate(json, InputFormat.JSON)).isEmpty();
        assertThat(PublicJson.MAPPER.readValue(json, sample.getClass())).isEqualTo(sample);
        assertThat(schema(schema).validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void the_samples_are_of_all_events_each_once() {
        List<Class<?>> sampled = Samples.all().stream().<Class<?>>map(Object::getClass).toList();
        assertThat(sampled)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Contract.all());
    }

    @Test
    void an_activity_fact_names_its_client_in_either_form() throws IOException {
        String schema = published("schemas/activity-fact.v1", ACTIVITY_SCHEMA);
        ActivityFact byNumber = Samples.activityFact();
        String json = published("samples/activity-fact.v1", byNumber);
        ActivityFact byId =
                new ActivityFact(
                        "T-1",
                        "core",
                        new ClientRef.ById(UUID.fromString("0197a3c2-0000-7000-8000-000000000001")),
                        byNumber.type(),
                        byNumber.at(),
                        null,
                        null,
                        null,
                        null);
        assertThat(schema(schema).validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema(schema).validate(PublicJson.pretty(byId), InputFormat.JSON)).isEmpty();
        assertThat(PublicJson.MAPPER.readValue(json, ActivityFact.class)).isEqualTo(byNumber);
        assertThat(PublicJson.MAPPER.readValue(PublicJson.pretty(byId), ActivityFact.class))
                .isEqualTo(byId);
        assertThat(byNumber.client().key()).isEqualTo("core:1874");
    }

    @Test
    void the_async_api_names_every_topic_its_key_and_the_cloud_events_headers() throws IOException {
        JsonNode api = PublicJson.tree(published("asyncapi", AsyncApi.document()));
        assertThat(api.at("/channels").findValuesAsText("address"))
                .containsExactlyInAnyOrderElementsOf(Topics.ALL);
        JsonNode trait = api.at("/components/messageTraits/cloudEvents");
        assertThat(trait.at("/bindings/kafka/key/type").asText()).isEqualTo("string");
        assertThat(trait.at("/headers/required").toString())
                .contains("ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_sequence");
        for (JsonNode message : api.at("/components/messages")) {
            String schema = message.at("/payload/schema/$ref").asText();
            assertThat(RESOURCES.resolve("contracts").resolve(schema)).exists();
        }
    }

    /** Compares a file with what the records say; writes it first when asked to. */
    private static String published(String name, Object value) throws IOException {
        Path file = RESOURCES.resolve("contracts/" + name + ".json");
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, PublicJson.pretty(value));
        }
        String published = Files.readString(file);
        assertThat(published).isEqualTo(PublicJson.pretty(value));
        return published;
    }

    private static JsonSchema schema(String json) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        PublicJson.tree(json),
                        com.networknt.schema.SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }
}
