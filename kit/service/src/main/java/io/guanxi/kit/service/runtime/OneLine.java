package io.guanxi.kit.service.runtime;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps every message on its line: what somebody sent, quoted in a message, cannot pretend to be
 * another record, nor move the cursor of a terminal.
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {

    @Override
    public boolean isLoggable(LogRecord record) {
        String message = message(record);
        if (message != null && !clean(message)) {
            record.setParameters(null);
            if (record instanceof ExtLogRecord extended) {
                extended.setMessage(cleaned(message), ExtLogRecord.FormatStyle.NO_FORMAT);
            } else {
                record.setMessage(cleaned(message));
            }
        }
        if (record.getThrown() != null) {
            record.setThrown(OneLineFailure.of(record.getThrown()));
        }
        return true;
    }

    @SuppressWarnings("deprecation")
    private static String message(LogRecord record) {
        return record instanceof ExtLogRecord extended
                ? extended.getFormattedMessage()
                : record.getMessage();
    }

    static boolean clean(String message) {
        return message.chars().noneMatch(OneLine::moves);
    }

    static String cleaned(String message) {
        StringBuilder cleaned = new StringBuilder(message.length() + 8);
        message.chars()
                .forEach(
                        c -> {
                            if (moves(c)) {
                                cleaned.append("\\u%04x".formatted(c));
                            } else {
                                cleaned.append((char) c);
                            }
                        });
        return cleaned.toString();
    }

    /** Control characters, line and paragraph separators, and what turns the writing direction. */
    private static boolean moves(int c) {
        return (c != '\t' && Character.isISOControl(c))
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
