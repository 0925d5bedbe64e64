package io.guanxi.kit.service.reckoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.testing.LocalPostgres;
import io.guanxi.kit.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A walk goes on where it stood, whatever happened in between. */
class ReckoningTableTest {
    private static ReckoningTable table;

    /** Where each step began. */
    private final List<String> begun = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        LocalPostgres.Database database = TestStack.postgres().database("reckoning");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.owner());
        source.setPassword(database.ownerPassword());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String file : List.of("V102__settings.sql", "V103__reckoning.sql")) {
                statement.execute(
                        new String(
                                ReckoningTableTest.class
                                        .getResourceAsStream("/db/service/" + file)
                                        .readAllBytes(),
                                StandardCharsets.UTF_8));
            }
        }
        table = new ReckoningTable(source);
    }

    @Test
    void a_walk_ends_with_everything_standing_by_the_rules() {
        assertThat(table.stands("ends", "one")).isFalse();
        assertThat(table.advance("ends", "one", to("b"))).isTrue();
        assertThat(table.stands("ends", "one")).isFalse();
        assertThat(table.advance("ends", "one", to("d"))).isTrue();
        assertThat(table.advance("ends", "one", to(null))).isFalse();
        assertThat(table.stands("ends", "one")).isTrue();
        assertThat(table.advance("ends", "one", to("never"))).isFalse();
        assertThat(begun).containsExactly("1 null", "1 b", "1 d");
    }

    @Test
    void a_step_that_failed_comes_again_as_the_same_step() {
        table.advance("fails", "one", to("b"));
        assertThatThrownBy(
                        () ->
                                table.advance(
                                        "fails",
                                        "one",
                                        (walk, from) -> {
                                            begun.add(walk + " " + from);
                                            throw new IllegalStateException("killed");
                                        }))
                .hasMessage("killed");
        table.advance("fails", "one", to("d"));
        assertThat(begun).containsExactly("1 null", "1 b", "1 b");
    }

    @Test
    void rules_that_change_meanwhile_begin_a_walk_of_their_own_and_so_do_earlier_ones_again() {
        table.advance("turns", "one", to("b"));
        table.advance("turns", "two", to("c"));
        table.advance("turns", "two", to(null));
        table.advance("turns", "one", to(null));
        assertThat(begun).containsExactly("1 null", "2 null", "2 c", "3 null");
        assertThat(table.stands("turns", "one")).isTrue();
        assertThat(table.stands("turns", "two")).isFalse();
    }

    private ReckoningTable.Step to(String reached) {
        return (walk, from) -> {
            begun.add(walk + " " + from);
            return reached;
        };
    }
}
