package io.guanxi.local.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankFileTest {
    @TempDir private Path folder;

    @Test
    void an_empty_stack_holds_no_bank() {
        assertThat(BankFile.in(folder).identity()).isEmpty();
        assertThat(BankFile.in(folder).done("clients")).isZero();
    }

    @Test
    void the_next_run_knows_the_bank_and_how_far_it_came() {
        BankFile file = BankFile.in(folder);
        file.begin(new GeneratedBank());
        file.done("clients", 3_000);

        BankFile later = BankFile.in(folder);
        assertThat(later.identity()).contains(GeneratedBank.IDENTITY);
        assertThat(later.done("clients")).isEqualTo(3_000);
        assertThat(later.done("facts")).isZero();
    }
}
