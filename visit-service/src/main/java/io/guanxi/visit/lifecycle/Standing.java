package io.guanxi.visit.lifecycle;

import io.guanxi.visit.lifecycle.Visit.Logged;
import io.guanxi.visit.lifecycle.Visit.NoShow;
import io.guanxi.visit.lifecycle.Visit.Started;
import java.util.Comparator;

/**
 * Which of two reports of the same stands. Only their content decides, down to its text, so that
 * the order of arrival cannot.
 */
final class Standing {
    private static final Comparator<Started> STARTS =
            Comparator.comparing(Started::at).thenComparing(Record::toString);
    private static final Comparator<NoShow> ABSENCES =
            Comparator.comparing(NoShow::at).thenComparing(Record::toString);
    private static final Comparator<Logged> LOGS =
            Comparator.comparing(Logged::toldAt)
                    .thenComparing(l -> l.content().durationMinutes())
                    .thenComparing(Record::toString);

    private Standing() {}

    static Started of(Started known, Started reported) {
        return known == null || STARTS.compare(reported, known) < 0 ? reported : known;
    }

    static NoShow of(NoShow known, NoShow reported) {
        return known == null || ABSENCES.compare(reported, known) < 0 ? reported : known;
    }

    static Logged of(Logged known, Logged reported) {
        return known == null || LOGS.compare(reported, known) > 0 ? reported : known;
    }
}
