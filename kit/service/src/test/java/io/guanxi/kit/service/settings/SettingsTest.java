package io.guanxi.kit.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
}
