package io.guanxi.client.unit;

import io.guanxi.client.body.Shape;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A unit as it is sent and shown. */
public record UnitBody(
        @NotNull @Pattern(regexp = Shape.CODE) String id,
        @NotBlank @Size(max = Shape.NAME) @Pattern(regexp = Shape.TEXT) String name,
        @Pattern(regexp = Shape.CODE) String parentId,
        @Pattern(regexp = Shape.CODE) String headId) {

    static UnitBody of(UnitDetails unit) {
        return new UnitBody(unit.unitId(), unit.name(), unit.parentId(), unit.headId());
    }

    UnitDetails details() {
        return new UnitDetails(id, name, parentId, headId);
    }
}
