package io.guanxi.client.handover;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.guanxi.client.body.Shape;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** A handover as asked for: all, or these clients. */
record HandoverBody(
        UUID id,
        @NotNull @Pattern(regexp = Shape.CODE) String from,
        @NotNull @Pattern(regexp = Shape.CODE) String to,
        Boolean all,
        @Size(max = HandoverDecider.MOST) List<@NotNull UUID> clientIds,
        @Size(max = Shape.NOTE) @Pattern(regexp = Shape.TEXT) String reason,
        Boolean override) {

    @JsonIgnore
    @AssertTrue(message = "either all or clientIds must be given")
    public boolean isEitherAllOrSome() {
        return Boolean.TRUE.equals(all) == (clientIds == null);
    }

    HandoverDetails details(UUID chosen) {
        return new HandoverDetails(
                chosen,
                from,
                to,
                Boolean.TRUE.equals(all),
                clientIds,
                Boolean.TRUE.equals(override));
    }
}
