package io.guanxi.visit.intake;

import io.guanxi.visit.Channel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** VI-11: a visit's report. */
@Schema(name = "VisitLog", description = "A visit's report")
public record LogBody(
        @Schema(description = "For a visit that nobody planned") UUID clientId,
        @Pattern(regexp = Codes.STAFF, message = Codes.STAFF_MESSAGE) String rmId,
        @Schema(
                        description =
                                "As planned where left out; of a visit nobody planned it must be said")
                Channel channel,
        @Schema(description = "When it began; now where left out") Instant occurredAt,
        @NotNull @PositiveOrZero @Max(1440) Integer durationMinutes,
        @Schema(description = "The contacts who were met; as planned where left out")
                @Size(max = 50)
                List<@NotNull UUID> contactIds,
        @Schema(description = "Names") @Size(max = 50)
                List<@NotNull @Size(max = Codes.NAME) String> attendees,
        @Size(max = 50) List<@NotNull @Size(max = Codes.NAME) String> topics,
        @Size(max = 50) List<@NotNull @Valid NeedBody> needs,
        @Size(max = Codes.TEXT) String feedback,
        @Size(max = 50) List<@NotNull @Valid FollowUpBody> followUps,
        @Valid LocationBody location)
        implements ReportBody {

    /** A need the client spoke of. */
    @Schema(name = "VisitNeed", description = "A need the client spoke of")
    public record NeedBody(
            @NotNull @Pattern(regexp = Codes.CODE, message = Codes.CODE_MESSAGE) String category,
            @Pattern(regexp = Codes.CODE, message = Codes.CODE_MESSAGE) String product,
            @Valid Money amount,
            @Size(max = Codes.TEXT) String description) {}

    /** Something promised. */
    @Schema(name = "VisitFollowUp", description = "Something promised")
    public record FollowUpBody(
            @NotNull @Size(min = 1, max = Codes.TEXT) String what, @NotNull LocalDate due) {}
}
