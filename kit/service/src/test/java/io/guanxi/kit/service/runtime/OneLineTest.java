package io.guanxi.kit.service.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation")
class OneLineTest {

    @Test
    void what_a_caller_sent_cannot_pretend_to_be_a_record() {
        ExtLogRecord record =
                new ExtLogRecord(Level.INFO, "Refused %s", ExtLogRecord.FormatStyle.PRINTF, "test");
        record.setParameters(new Object[] {"x\n2026-01-05 ERROR forged \u001b[2J\u202e"});
        assertThat(new OneLine().isLoggable(record)).isTrue();
        assertThat(record.getFormattedMessage())
                .isEqualTo("Refused x\\u000a2026-01-05 ERROR forged \\u001b[2J\\u202e");
    }

    @Test
    void an_ordinary_message_stays_as_it_is() {
        ExtLogRecord record =
                new ExtLogRecord(Level.INFO, "%d of %s", ExtLogRecord.FormatStyle.PRINTF, "test");
        record.setParameters(new Object[] {3, "客户"});
        assertThat(new OneLine().isLoggable(record)).isTrue();
        assertThat(record.getFormattedMessage()).isEqualTo("3 of 客户");
    }

    @Test
    void nor_can_it_in_what_an_exception_quotes() {
        ExtLogRecord record = new ExtLogRecord(Level.SEVERE, "Failed", "test");
        Exception cause = new IllegalArgumentException("cannot read x\n2026-01-05 ERROR forged");
        record.setThrown(new IllegalStateException("outer", cause));
        assertThat(new OneLine().isLoggable(record)).isTrue();
        StringWriter printed = new StringWriter();
        record.getThrown().printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString())
                .startsWith("java.lang.IllegalStateException: outer")
                .contains(
                        "java.lang.IllegalArgumentException: cannot read x\\u000a2026-01-05 ERROR")
                .contains("\tat " + OneLineTest.class.getName());
        assertThat(printed.toString().lines()).noneMatch(line -> line.startsWith("2026"));
    }

    @Test
    void an_ordinary_failure_stays_as_it_is() {
        ExtLogRecord record = new ExtLogRecord(Level.SEVERE, "Failed", "test");
        Exception failure = new IllegalStateException("outer", new RuntimeException("inner"));
        record.setThrown(failure);
        assertThat(new OneLine().isLoggable(record)).isTrue();
        assertThat(record.getThrown()).isSameAs(failure);
    }
}
