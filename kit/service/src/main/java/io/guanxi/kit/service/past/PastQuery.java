package io.guanxi.kit.service.past;

import io.guanxi.kit.eventsourcing.Past;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which past of a thing is asked for; without parameters, the present. Take it as {@code @BeanParam
 * PastQuery query} on the {@code GET} of a thing.
 */
public class PastQuery {

    @Parameter(
            description = "What was true at this instant, as we know it now",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @QueryParam("asOf")
    public String asOf;

    @Parameter(
            description = "What we knew at this instant",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @QueryParam("knownAt")
    public String knownAt;

    public PastQuery() {}

    /**
     * What to fold.
     *
     * @throws io.guanxi.kit.service.http.Problem 400 when a parameter is no instant
     */
    public Past past() {
        return new Past(Instants.of("asOf", asOf), Instants.of("knownAt", knownAt));
    }
}
