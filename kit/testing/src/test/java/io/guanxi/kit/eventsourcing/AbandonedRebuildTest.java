package io.guanxi.kit.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rebuild leaves that did not come to its end, and who may clear it away. */
class AbandonedRebuildTest extends RebuildFixture {
    @Test
    void what_a_process_that_died_has_left_is_given_up_but_nothing_that_is_under_way()
            throws Exception {
        database.execute("SELECT rebuild_begin('{counter_view,tally}')");
        try (Connection busy = pool.getConnection()) {
            execute(busy, "SELECT pg_advisory_lock(7413, hashtext('tally'))");
            assertThat(Rebuilds.giveUpAbandoned(pool)).containsExactly("tally");
            assertThat(database.text("SELECT to_regclass('rebuild.counter_view')")).isNull();
            assertThat(database.text("SELECT to_regclass('rebuild.tally')")).isNotNull();
            execute(busy, "SELECT pg_advisory_unlock(7413, hashtext('tally'))");
        }
        assertThat(Rebuilds.giveUpAbandoned(pool)).isEmpty();
        assertThat(database.text("SELECT to_regclass('rebuild.tally')")).isNull();
    }

    @Test
    void what_another_process_rebuilds_is_left_to_it() throws Exception {
        try (Connection busy = pool.getConnection();
                Rebuilds rebuilds = rebuilds(List.of())) {
            execute(busy, "SELECT pg_advisory_lock(7413, hashtext('counter_view'))");
            execute(busy, "SELECT rebuild_begin('{counter_view}')");
            rebuilds.start("counter_view");
            await(rebuilds, "counter_view", RebuildStatus.State.FAILED);
            assertThat(database.text("SELECT to_regclass('rebuild.counter_view')")).isNotNull();
            execute(busy, "SELECT pg_advisory_unlock(7413, hashtext('counter_view'))");
        }
    }

    @Test
    void a_rebuild_that_cannot_give_up_what_is_left_lets_go_of_its_lock_all_the_same() {
        database.asOwner(
                "CREATE OR REPLACE FUNCTION rebuild_give_up(tables text[]) RETURNS void"
                        + " LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''not now''; END'");
        try (Rebuilds rebuilds = rebuilds(List.of())) {
            rebuilds.start("counter_view");
            await(rebuilds, "counter_view", RebuildStatus.State.SWITCHED);
        }
        String held =
                "SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database"
                        + " WHERE classid = 7413 AND datname = current_database()";
        assertThat(database.number(held)).isZero();
    }
}
