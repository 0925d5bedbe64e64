package io.guanxi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final UUID CLIENT = UUID.fromString("0197a3c2-0000-7000-8000-000000000001");

    @Test
    void the_namespace_and_a_unit_never_change() {
        assertThat(Ids.NAMESPACE).hasToString("b76ea7b7-58a5-5a9a-80c7-7dd46b3686f1");
        assertThat(Ids.unit("U-001")).hasToString("445d3cec-a86b-5cdb-878f-b7b505080bb0");
    }

    @Test
    void the_partition_is_the_one_that_kafka_would_choose() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            UUID key = new UUID(random.nextLong(), random.nextLong());
            byte[] bytes = key.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(Ids.partition(key))
                    .isEqualTo(Utils.toPositive(Utils.murmur2(bytes)) % Topics.PARTITIONS);
        }
    }

    @Test
    void the_hash_of_every_length_is_that_of_kafka() {
        for (int length = 0; length < 40; length++) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            assertThat(Murmur2.hash(bytes)).isEqualTo(Utils.murmur2(bytes));
        }
    }

    @Test
    void a_breach_its_warning_and_another_due_instant_are_three_alerts() {
        UUID obligation = Ids.obligation("visit-service", "visit", CLIENT.toString());
        Instant due = Instant.parse("2026-04-30T16:00:00Z");
        assertThat(Ids.breach(obligation, due))
                .isEqualTo(Ids.breach(obligation, due))
                .isNotEqualTo(Ids.warning(obligation, due))
                .isNotEqualTo(Ids.breach(obligation, due.plusSeconds(1)));
    }

    @Test
    void streams_of_a_client_differ_by_kind() {
        assertThat(Ids.of("coverage", CLIENT)).isNotEqualTo(Ids.of("risk", CLIENT));
        assertThat(Ids.staff("S-0001")).isNotEqualTo(Ids.portfolio("S-0001"));
    }
}
