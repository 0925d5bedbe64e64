package io.guanxi.kit.service.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BookClientTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void a_time_without_an_owner_is_remembered_with_the_unit_that_saw_to_the_client() {
        BookClient client =
                BookClient.first(UUID.randomUUID(), "S-1", "U-1", JANUARY)
                        .movedTo(null, "U-2", MARCH)
                        .movedTo("S-3", "U-3", MAY);

        assertThat(client.at(MARCH)).contains(new BookClient.Owned(null, "U-2", MARCH, MAY));
        assertThat(client.at(MARCH.minusSeconds(1)).orElseThrow().rmId()).isEqualTo("S-1");
        assertThat(client.at(MAY).orElseThrow().rmId()).isEqualTo("S-3");
        assertThat(client.at(JANUARY.minusSeconds(1))).isEmpty();
    }
}
