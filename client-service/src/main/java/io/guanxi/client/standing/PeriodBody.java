package io.guanxi.client.standing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.guanxi.client.body.Shape;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;

/** Something held from a first to a last day; without a last day it holds as long as is usual. */
record PeriodBody(
        @NotNull @Pattern(regexp = Shape.CODE) String kind,
        @NotNull LocalDate from,
        LocalDate until) {

    @JsonIgnore
    @AssertTrue(message = "until must not be before from")
    public boolean isForward() {
        return from == null || until == null || !until.isBefore(from);
    }

    /** The last day: the one given, or the one before the anniversary. */
    LocalDate lastDay(int usualYears) {
        return until == null ? from.plusYears(usualYears).minusDays(1) : until;
    }
}
