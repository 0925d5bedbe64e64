package io.guanxi.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir private Path folder;

    private static Intent intent() {
        UUID tally = UUID.randomUUID();
        return new Intent(UUID.randomUUID(), Intent.Kind.TAKE, tally, tally, 7, false, "-");
    }

    @Test
    void a_client_that_was_killed_finds_what_it_left_open() throws IOException {
        Path file = folder.resolve("a.ledger");
        Intent done = intent();
        Intent open = intent();
        try (Ledger ledger = new Ledger(file)) {
            ledger.intends(done);
            ledger.lostRace(done.command());
            ledger.acknowledged(done.command(), 3, false);
            ledger.intends(open);
            ledger.unknown(open.command());
        }
        assertThat(Ledger.open(file)).contains(open);
        assertThat(Ledger.readAll(folder).get(done.command()))
                .matches(Ledger.Entry::acknowledged)
                .matches(entry -> entry.version() == 3 && entry.lostRaces() == 1);
    }

    @Test
    void a_line_that_was_cut_off_never_counted() throws IOException {
        Path file = folder.resolve("a.ledger");
        Intent open = intent();
        try (Ledger ledger = new Ledger(file)) {
            ledger.intends(open);
        }
        Files.writeString(file, "A " + open.command() + " 1", StandardOpenOption.APPEND);
        assertThat(Ledger.open(file)).contains(open);
        try (Ledger ledger = new Ledger(file)) {
            ledger.refused(open.command(), "tally.overdrawn");
        }
        assertThat(Ledger.open(file)).isEmpty();
        assertThat(Ledger.read(file).get(open.command()).acknowledged()).isFalse();
    }
}
