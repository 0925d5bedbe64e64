package io.guanxi.visit.intake;

import io.guanxi.visit.lifecycle.Location;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a device says it was. */
@Schema(name = "Location", description = "Where a device says it was")
public record LocationBody(
        @NotNull @Valid PointBody point,
        @PositiveOrZero @Max(100_000) Integer accuracyMetres,
        @PositiveOrZero @Max(604_800) Integer ageSeconds,
        Boolean mocked) {

    static Location location(LocationBody body) {
        return body == null
                ? null
                : new Location(
                        body.point.point(), body.accuracyMetres, body.ageSeconds, body.mocked);
    }
}
