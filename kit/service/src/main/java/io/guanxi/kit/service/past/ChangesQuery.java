package io.guanxi.kit.service.past;

import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Between which two instants a thing is compared with itself. Take it as {@code @BeanParam
 * ChangesQuery query} on {@code GET …/changes}, show the thing at {@link #before()} and at {@link
 * #after()}, and let {@link FieldChange#between} tell them apart.
 */
public class ChangesQuery {

    @Parameter(
            description = "The thing as it was at this instant",
            required = true,
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @QueryParam("from")
    public String from;

    @Parameter(
            description = "… and as it was at this one; without it, as it is now",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @QueryParam("to")
    public String to;

    public ChangesQuery() {}

    /**
     * The past to start from.
     *
     * @throws Problem 400 when {@code from} is missing or no instant
     */
    public Past before() {
        Instant instant = Instants.of("from", from);
        if (instant == null) {
            throw Problem.badRequest(
                    "parameter.invalid",
                    "A parameter has no usable value.",
                    FieldError.parameter("from", "must be given"));
        }
        return Past.asOf(instant);
    }

    /**
     * The past to end with.
     *
     * @throws Problem 400 when {@code to} is no instant
     */
    public Past after() {
        return new Past(Instants.of("to", to), null);
    }
}
