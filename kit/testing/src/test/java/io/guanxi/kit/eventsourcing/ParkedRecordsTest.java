package io.guanxi.kit.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.testing.Eventually;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be applied waits with all that follows it. */
class ParkedRecordsTest extends DiaryFixture {
    @Test
    void a_record_that_cannot_be_applied_parks_its_key_and_no_other() {
        Diary diary = new Diary();
        diary.poison = 2;
        for (int n = 1; n <= 3; n++) {
            send(ONE, n, n);
            send(TWO, n + 10, n + 10);
        }
        start(diary);
        awaitNoLag();
        send(ONE, 4, 4);
        send(TWO, 14, 14);
        awaitNoLag();
        assertThat(diary(ONE)).isEqualTo("1");
        assertThat(diary(TWO)).isEqualTo("11,12,13,14");
        assertThat(status().parked()).isEqualTo(3);
        List<ParkedRecord> parked = consumers.parked("diary", 10);
        assertThat(parked).extracting(ParkedRecord::key).containsOnly(ONE.toString());
        assertThat(parked.getFirst().reason()).contains("cannot bear 2");
        assertThat(parked.get(1).reason()).isNull();
        assertThatThrownBy(() -> consumers.replay("diary", topic, ONE.toString()))
                .isInstanceOf(Consumers.StillFails.class)
                .hasMessageContaining("cannot bear 2");
        diary.poison = -1;
        assertThat(consumers.replay("diary", topic, ONE.toString())).isEqualTo(3);
        send(ONE, 5, 5);
        awaitNoLag();
        assertThat(diary(ONE)).isEqualTo("1,2,3,4,5");
        assertThat(status().parked()).isZero();
    }

    @Test
    void a_key_that_another_process_parked_waits_here_too() {
        send(ONE, 1, 1);
        start(new Diary());
        awaitNoLag();
        database.execute(
                "WITH moved AS (UPDATE consumer_offset SET next_offset = next_offset + 1,"
                        + " last_sequence = 2 WHERE last_sequence = 1 RETURNING *)"
                        + " INSERT INTO parked (consumer, topic, partition, record_offset, key,"
                        + " headers, reason) SELECT consumer, topic, partition, next_offset - 1, '"
                        + ONE
                        + "', '{}', 'there' FROM moved");
        send(ONE, 2, 2);
        send(ONE, 3, 3);
        Eventually.within(GENEROUS, () -> status().parked() == 2);
        assertThat(diary(ONE)).isEqualTo("1");
    }

    @Test
    void nothing_is_parked_over_what_a_topic_made_anew_left_parked() {
        Diary diary = new Diary();
        diary.poison = 1;
        database.execute(
                "INSERT INTO parked (consumer, topic, partition, record_offset, key, headers,"
                        + " dropped_at) SELECT 'diary', '"
                        + topic
                        + "', p, 0, 'of old', '{\"ce_id\": \"old\"}', now()"
                        + " FROM generate_series(0, 23) p");
        send(ONE, 1, 1);
        start(diary);
        Eventually.within(
                GENEROUS,
                () ->
                        status().error() != null
                                && status().error().contains("Something else is parked"));
        database.execute("DELETE FROM parked WHERE key = 'of old'");
        Eventually.within(GENEROUS, () -> status().parked() == 1);
        assertThat(consumers.parked("diary", 10).getFirst().reason()).contains("cannot bear 1");
    }

    @Test
    void a_parked_record_can_be_given_up() {
        Diary diary = new Diary();
        diary.poison = 1;
        send(ONE, 1, 1);
        send(ONE, 2, 2);
        start(diary);
        awaitNoLag();
        assertThat(consumers.drop("diary", topic, ONE.toString())).isTrue();
        assertThat(consumers.replay("diary", topic, ONE.toString())).isEqualTo(1);
        assertThat(consumers.drop("diary", topic, ONE.toString())).isFalse();
        assertThat(diary(ONE)).isEqualTo("2");
    }
}
