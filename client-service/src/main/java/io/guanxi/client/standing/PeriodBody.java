package io.guanxi.client.standing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.guanxi.client.body.Shape;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
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

    /**
     * The last day: the one given, or the one before the anniversary.
     *
     * @throws Problem 400 for one after that
     */
    LocalDate lastDay(int years) {
        LocalDate latest = from.plusYears(years).minusDays(1);
        if (until != null && until.isAfter(latest)) {
            throw invalid("/until", "must not be after " + latest);
        }
        return until == null ? latest : until;
    }

    static Problem invalid(String pointer, String message) {
        return Problem.badRequest(
                "field.invalid",
                "The body does not have the form this operation takes.",
                new FieldError(pointer, message));
    }
}
