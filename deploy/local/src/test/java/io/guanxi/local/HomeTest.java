package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir private Path folder;

    @Test
    void the_usual_ports_stand_unless_a_variable_says_otherwise() {
        assertThat(home(Map.of()).postgresPort().number()).isEqualTo(15432);
        assertThat(home(Map.of()).kafkaControllerPort().number()).isEqualTo(19093);
        assertThat(home(Map.of()).port(Service.NOTIFICATION).number()).isEqualTo(8084);
        assertThat(home(Map.of("GUANXI_PORT_BASE", "9001")).port(Service.VISIT).number())
                .isEqualTo(9002);
        assertThat(home(Map.of("GUANXI_VISIT_PORT", "7000")).port(Service.VISIT))
                .isEqualTo(new Home.Port(7000, "GUANXI_VISIT_PORT"));
    }

    @Test
    void a_running_stack_is_found_again_without_the_variables() {
        Home started = home(Map.of("GUANXI_PG_PORT", "7001"));
        started.prepare();
        started.rememberPorts();
        assertThat(home(Map.of()).postgresPort().number()).isEqualTo(7001);
        started.forgetPorts();
        assertThat(home(Map.of()).postgresPort().number()).isEqualTo(15432);
    }

    @Test
    void a_port_that_is_no_number_is_named() {
        assertThatThrownBy(() -> home(Map.of("GUANXI_PG_PORT", "many")).postgresPort())
                .isInstanceOf(Trouble.class)
                .hasMessage("GUANXI_PG_PORT must be a port number, not \"many\".");
    }

    @Test
    void a_span_of_time_is_read_in_days_hours_and_minutes() {
        assertThat(ClockCommand.parse("45d")).hasDays(45);
        assertThat(ClockCommand.parse("6h")).hasHours(6);
        assertThat(ClockCommand.parse("30m")).hasMinutes(30);
        for (String wrong : new String[] {"", "45", "d", "-1d", "1w", "9999d"}) {
            assertThatThrownBy(() -> ClockCommand.parse(wrong)).isInstanceOf(Trouble.class);
        }
    }

    @Test
    void one_command_at_a_time_changes_a_stack() throws Exception {
        try (FileLock lock = home(Map.of()).lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> home(Map.of()).lock()).isInstanceOf(Trouble.class);
        }
    }

    private Home home(Map<String, String> environment) {
        return new Home(folder, folder, environment);
    }
}
