package io.guanxi.client.absence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.guanxi.client.body.Shape;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** An absence as sent; without a cover the supervisor covers (PR-10). */
record AbsenceBody(
        UUID id,
        @NotNull @Pattern(regexp = Shape.CODE) String staffId,
        @NotNull Instant from,
        @NotNull Instant to,
        @NotNull AbsenceReason reason,
        @Pattern(regexp = Shape.CODE) String coverId) {
    private static final Duration LONGEST = Duration.ofDays(731);

    @JsonIgnore
    @AssertTrue(message = "to must be after from, by at most two years")
    public boolean isForward() {
        return from == null || to == null || (to.isAfter(from) && !from.plus(LONGEST).isBefore(to));
    }

    @JsonIgnore
    @AssertTrue(message = "UNQUALIFIED is recorded by the service alone")
    public boolean isOrdinary() {
        return reason != AbsenceReason.UNQUALIFIED;
    }
}
