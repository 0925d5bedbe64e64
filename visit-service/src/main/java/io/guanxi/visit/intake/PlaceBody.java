package io.guanxi.visit.intake;

import io.guanxi.visit.lifecycle.Place;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a visit takes place. */
@Schema(name = "Place", description = "Where a visit takes place")
public record PlaceBody(@Size(max = Codes.NAME) String name, @Valid PointBody point) {

    Place place() {
        return new Place(name, point == null ? null : point.point());
    }

    static PlaceBody of(Place place) {
        return place == null ? null : new PlaceBody(place.name(), PointBody.of(place.point()));
    }
}
