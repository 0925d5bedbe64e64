package io.guanxi.visit.intake;

import io.guanxi.visit.lifecycle.Point;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** WGS 84, decimal degrees. */
@Schema(name = "Point", description = "WGS 84, decimal degrees")
public record PointBody(
        @NotNull @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
        @NotNull @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude) {

    Point point() {
        return new Point(latitude, longitude);
    }

    static PointBody of(Point point) {
        return point == null ? null : new PointBody(point.latitude(), point.longitude());
    }
}
