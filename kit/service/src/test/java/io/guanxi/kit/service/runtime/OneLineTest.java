package io.guanxi.kit.service.runtime;

import static org.assertj.core.api.Assertions.assertThat;

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
}
