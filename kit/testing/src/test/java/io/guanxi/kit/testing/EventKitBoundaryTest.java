package io.guanxi.kit.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventKitBoundaryTest {
    @TempDir Path sources;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import org.apache.kafka.clients.producer.KafkaProducer;",
                "insert into event (position)",
                "INSERT INTO\n  command VALUES",
                "update stream s set version = 1",
                "delete from reservation where scope = 'x'",
                "select position from event where position > ?"
            })
    void what_is_the_kits_is_found(String line) throws IOException {
        Files.writeString(sources.resolve("A.java"), line);
        assertThatThrownBy(() -> EventKitBoundary.hold(sources)).isInstanceOf(AssertionError.class);
    }

    @Test
    void what_is_the_services_own_is_not() throws IOException {
        Files.writeString(
                sources.resolve("V1__own.sql"),
                "create table visit (id uuid); insert into visit_event values (1);"
                        + " update client set name = 'x'; select count(*) from visit_stream;");
        assertThatCode(() -> EventKitBoundary.hold(sources)).doesNotThrowAnyException();
    }

    @Test
    void a_file_may_be_let_read_but_not_write() throws IOException {
        Files.writeString(sources.resolve("A.java"), "select 1 from event");
        assertThatCode(() -> EventKitBoundary.hold(sources, "A.java")).doesNotThrowAnyException();
        Files.writeString(sources.resolve("A.java"), "insert into event");
        assertThatThrownBy(() -> EventKitBoundary.hold(sources, "A.java"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void no_sources_are_no_proof() {
        assertThatThrownBy(() -> EventKitBoundary.hold(sources)).isInstanceOf(AssertionError.class);
    }
}
