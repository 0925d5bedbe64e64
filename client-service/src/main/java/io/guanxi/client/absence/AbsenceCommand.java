package io.guanxi.client.absence;

import java.time.Instant;

/** What may be asked of an absence. */
public sealed interface AbsenceCommand {

    /**
     * Records an absence.
     *
     * @param staffServes whether the absentee is an active member of staff
     * @param anyUnit whether the asker may call in cover from another unit
     */
    record RecordAbsence(AbsenceDetails absence, boolean staffServes, Cover cover, boolean anyUnit)
            implements AbsenceCommand {}

    /**
     * PR-19: the cover of the unqualified ends by rule alone: when they qualify again, or when
     * another takes its place.
     */
    record CancelAbsence(Instant at, boolean byRule) implements AbsenceCommand {}
}
