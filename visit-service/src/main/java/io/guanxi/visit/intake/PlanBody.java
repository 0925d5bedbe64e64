package io.guanxi.visit.intake;

import io.guanxi.visit.Channel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** VI-01: an appointment to be made. */
@Schema(name = "VisitPlan", description = "An appointment to be made")
public record PlanBody(
        @Schema(description = "Chosen by the caller, to make the request safe to repeat") UUID id,
        @NotNull UUID clientId,
        @Size(max = 50) List<@NotNull UUID> contactIds,
        @Schema(description = "Who visits; the caller where left out")
                @Pattern(regexp = Codes.STAFF, message = Codes.STAFF_MESSAGE)
                String rmId,
        @Schema(description = "SERVICE, GIFT, COURTESY, OFFER, INVITATION or another code")
                @Pattern(regexp = Codes.CODE, message = Codes.CODE_MESSAGE)
                String purpose,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @Valid PlaceBody place,
        Channel channel,
        @Size(max = 20)
                List<@NotNull @Pattern(regexp = Codes.STAFF, message = Codes.STAFF_MESSAGE) String>
                        joint) {}
