package io.guanxi.client.names;

import io.guanxi.client.body.Shape;
import io.guanxi.kit.service.personal.PersonalReads;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Names for other services: read on somebody's behalf, shown at once and never stored. */
@Path("/names")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "names")
class NamesResource {

    /**
     * Which names for whom.
     *
     * @param onBehalfOf the staff code of the person who will see them
     */
    record Wanted(
            @NotNull @Size(min = 1, max = 1000) List<@NotNull UUID> ids,
            @NotNull @Pattern(regexp = Shape.CODE) String onBehalfOf) {}

    /** The names that person may see. */
    record Answer(List<Names.Named> items) {}

    private final Names names;
    private final PersonalReads reads;

    NamesResource(Names names, PersonalReads reads) {
        this.names = names;
        this.reads = reads;
    }

    @POST
    @RolesAllowed(Roles.SYSTEM)
    @Operation(
            operationId = "readNames",
            summary = "Read display names for somebody",
            description =
                    "By the book rules of the person named; what that person may not see is left"
                            + " out. Keep them for five minutes in memory at most.")
    public Answer read(@NotNull @Valid Wanted wanted) {
        List<Names.Named> found = names.of(wanted.ids(), wanted.onBehalfOf());
        reads.note("names", wanted.onBehalfOf(), found.stream().map(Names.Named::id).toList());
        return new Answer(found);
    }
}
