package io.guanxi.kit.service.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Instants and dates as requests write them: RFC 3339, four digits of year, so that the database
 * takes whatever is accepted; to the microsecond, as the database keeps it.
 */
public final class Rfc3339 {
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("(?!0000)[0-9]{4}-");
    private static final int LONGEST = 40;

    private Rfc3339() {}

    public static Optional<Instant> instant(String text) {
        try {
            if (text.length() > LONGEST || !fourDigitYear(text)) {
                return Optional.empty();
            }
            return Optional.of(
                    OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static Optional<LocalDate> date(String text) {
        try {
            return text.length() == 10 && fourDigitYear(text)
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean fourDigitYear(String text) {
        return FOUR_DIGIT_YEAR.matcher(text).lookingAt();
    }
}
