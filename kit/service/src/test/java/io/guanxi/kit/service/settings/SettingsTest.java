package io.guanxi.kit.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.service.http.FieldError;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    record Cadence(int days, BigDecimal warnShare, Map<String, Integer> perTier) {}

    record Other(int hours) {}

    private final Settings settings = new Settings();

    @Test
    void a_document_is_read_as_a_record() {
        Cadence cadence = settings.get("toy-cadence", Cadence.class);
        assertThat(cadence.days()).isEqualTo(30);
        assertThat(cadence.warnShare()).isEqualByComparingTo("0.8");
        assertThat(cadence.perTier()).containsEntry("A1", 1);
        assertThat(settings.version("toy-cadence")).isEqualTo(3);
        assertThat(settings.get("toy-cadence", Cadence.class)).isSameAs(cadence);
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatThrownBy(() -> settings.get("toy-cadence", Other.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("toy-cadence");
        assertThatThrownBy(() -> settings.get("toy-wrong", Other.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hours");
        assertThatThrownBy(() -> settings.get("no-such", Other.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.get("../application", Other.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_later_version_counts_from_when_it_is_known() throws Exception {
        Settings changing = new Settings();
        Instant since = Instant.parse("2026-03-01T00:00:00Z");
        JsonNode document =
                Json.MAPPER.readTree("{\"days\":31,\"warnShare\":\"0.9\",\"perTier\":{\"A1\":2}}");
        SettingsDocument fourth = new SettingsDocument("toy-cadence", 4, since, document);
        assertThat(changing.get("toy-cadence", Cadence.class).days()).isEqualTo(30);
        assertThat(changing.adopt(Map.of("toy-cadence", List.of(fourth))))
                .containsExactly("toy-cadence");
        assertThat(changing.get("toy-cadence", Cadence.class).days()).isEqualTo(31);
        assertThat(changing.version("toy-cadence")).isEqualTo(4);
        assertThat(changing.adopt(Map.of("toy-cadence", List.of(fourth)))).isEmpty();
        assertThat(changing.history("toy-cadence", Cadence.class))
                .extracting(InForce::version, InForce::since, v -> v.document().days())
                .containsExactly(tuple(3, Instant.EPOCH, 30), tuple(4, since, 31));
    }

    @Test
    void every_setting_that_comes_with_the_suite_has_a_schema_and_fits_it() {
        assertThat(SettingsSchemas.names()).contains("cadences", "portfolio-caps", "ladder");
        for (String name : SettingsSchemas.names()) {
            assertThat(settings.builtIn(name).version()).as(name).isEqualTo(1);
            JsonNode nonsense = Json.MAPPER.createObjectNode().put("nonsense", 1);
            assertThat(SettingsSchemas.violations(name, nonsense)).as(name).isNotEmpty();
        }
    }

    @Test
    void VI_06_a_cadence_hangs_on_a_tier_or_a_flag_and_counts_no_channel_that_counts_as_another() {
        assertThat(wrong("cadences", "/rules/0", "tier", null)).contains("/rules/0");
        assertThat(wrong("cadences", "/rules/0", "flag", "CORE")).contains("/rules/0");
        assertThat(wrong("cadences", "/rules/0", "counts", List.of("VIDEO")))
                .contains("/rules/0/counts/0");
    }

    @Test
    void F3_the_weights_of_the_risk_sum_to_one_and_nothing_is_divided_by_zero() {
        assertThat(wrong("churn", "/weights", "REVENUE", "0.31")).containsExactly("/weights");
        assertThat(wrong("churn", "/weights", "REVENUE", "-0.30"))
                .containsExactly("/weights/REVENUE");
        assertThat(wrong("churn", "", "medium", "71")).containsExactly("/high");
        assertThat(wrong("churn", "", "revenueFall", "0.0")).containsExactly("/revenueFall");
        assertThat(wrong("churn", "", "medium", "70")).isEmpty();
    }

    @Test
    void F1_F2_the_weights_of_the_value_sum_to_100_and_the_shares_rise() {
        assertThat(wrong("value-models", "/models/PERSON/weights", "VOLUME", 54))
                .containsExactly("/models/PERSON/weights");
        assertThat(wrong("value-models", "/shares", "b", 9)).containsExactly("/shares/b");
    }

    @Test
    void AL_03_every_kind_of_alert_has_a_route_for_every_client() {
        assertThat(wrong("routes", "/otherwise/0", "bands", List.of("A")))
                .containsExactly("/otherwise");
        assertThat(wrong("routes", "/kinds/tier-changed/0", "bands", List.of("A", "B")))
                .containsExactly("/kinds/tier-changed");
    }

    @Test
    void a_built_in_document_that_cannot_be_right_ends_the_start_with_its_name() {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        JsonNode wrong = settings.builtIn("churn").document().deepCopy();
        ((ObjectNode) wrong.at("/weights")).put("REVENUE", "0.31");
        thread.setContextClassLoader(
                new ClassLoader(usual) {
                    @Override
                    public InputStream getResourceAsStream(String name) {
                        return name.equals("settings/churn.json")
                                ? new ByteArrayInputStream(Json.bytes(wrong))
                                : super.getResourceAsStream(name);
                    }
                });
        try {
            SettingsTable table = new SettingsTable(null, new Settings(), null);
            assertThatThrownBy(() -> table.start(null, null))
                    .hasMessageContaining("settings/churn.json")
                    .hasMessageContaining("/weights")
                    .hasMessageContaining("must sum to 1, not 1.01");
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    /** Where a document is wrong after one change; null takes the field out. */
    private List<String> wrong(String name, String object, String field, Object value) {
        JsonNode document = settings.builtIn(name).document().deepCopy();
        ObjectNode changed = (ObjectNode) document.at(object);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.set(field, Json.MAPPER.valueToTree(value));
        }
        return SettingsSchemas.violations(name, document).stream()
                .map(FieldError::pointer)
                .distinct()
                .toList();
    }
}
