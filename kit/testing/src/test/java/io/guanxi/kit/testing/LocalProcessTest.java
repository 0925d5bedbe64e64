package io.guanxi.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.LocalProcess.Command;
import io.guanxi.kit.testing.LocalProcess.Lifetime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    @TempDir private Path folder;

    @Test
    void a_pid_file_leads_to_the_process_until_it_is_killed() {
        LocalProcess process =
                LocalProcess.start(sleeper(folder), Lifetime.ATTACHED, pidFile(folder));
        assertThat(LocalProcess.behind(pidFile(folder)))
                .get()
                .extracting(LocalProcess::pid)
                .isEqualTo(process.pid());
        process.kill();
        assertThat(process.alive()).isFalse();
        assertThat(LocalProcess.behind(pidFile(folder))).isEmpty();
    }

    @Test
    void a_pid_that_belongs_to_another_program_now_is_not_the_process() throws IOException {
        Files.writeString(
                pidFile(folder), ProcessHandle.current().pid() + "\n2001-01-01T00:00:00Z\n");
        assertThat(LocalProcess.behind(pidFile(folder))).isEmpty();
        assertThat(LocalProcess.behind(folder.resolve("none.pid"))).isEmpty();
    }

    @Test
    void an_attached_process_ends_with_its_jvm_even_if_that_is_killed() throws Exception {
        Process jvm = starter(Lifetime.ATTACHED);
        LocalProcess child =
                Eventually.get(GENEROUS, () -> LocalProcess.behind(pidFile(folder)).orElse(null));
        jvm.destroyForcibly().waitFor();
        assertThat(child.awaitEnd(GENEROUS)).isTrue();
    }

    @Test
    void a_detached_process_outlives_its_jvm() throws Exception {
        Process jvm = starter(Lifetime.DETACHED);
        LocalProcess child =
                Eventually.get(GENEROUS, () -> LocalProcess.behind(pidFile(folder)).orElse(null));
        jvm.destroyForcibly().waitFor();
        assertThat(child.alive()).isTrue();
        child.stop("TERM", GENEROUS);
        assertThat(child.alive()).isFalse();
    }

    private Process starter(Lifetime lifetime) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        folder.toString(),
                        lifetime.name())
                .inheritIO()
                .start();
    }

    /** Runs in a JVM of its own, which the test kills. */
    static final class Starter {
        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            LocalProcess.start(sleeper(folder), Lifetime.valueOf(arguments[1]), pidFile(folder));
            Eventually.holds(Duration.ofMinutes(5), () -> false);
        }
    }

    private static Command sleeper(Path folder) {
        return new Command(List.of("sleep", "300"), Map.of(), folder.resolve("sleep.log"));
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("sleep.pid");
    }
}
