package io.guanxi.visit.intake;

import io.guanxi.visit.Channel;
import io.guanxi.visit.lifecycle.AppointmentChange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge patch of an appointment (RFC 7396): what is left out stays as it is. */
@Schema(name = "VisitChange", description = "A merge patch: what is left out stays as it is")
public record ChangeBody(
        @Size(max = 50) List<UUID> contactIds,
        @Pattern(regexp = Codes.CODE, message = Codes.CODE_MESSAGE) String purpose,
        Instant startsAt,
        Instant endsAt,
        @Schema(description = "null takes it away") @Valid PlaceBody place,
        Channel channel,
        @Size(max = 20)
                List<@Pattern(regexp = Codes.STAFF, message = Codes.STAFF_MESSAGE) String> joint) {

    AppointmentChange change(boolean noPlace) {
        return new AppointmentChange(
                null,
                purpose,
                startsAt,
                endsAt,
                channel,
                contactIds,
                joint,
                place == null ? null : place.place(),
                noPlace);
    }
}
