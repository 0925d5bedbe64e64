package io.guanxi.client.overview;

import io.guanxi.client.body.Shape;
import io.guanxi.client.unit.UnitRefusal;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A unit at a glance, over HTTP. */
@Path("/units/{id}/overview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "units")
class UnitOverviewResource {
    private final UnitOverviews overviews;
    private final Book book;
    private final BusinessClock clock;

    UnitOverviewResource(UnitOverviews overviews, Book book, BusinessClock clock) {
        this.overviews = overviews;
        this.book = book;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "readUnitOverview",
            summary = "Read what each manager of the unit carries, now or at the end of a day")
    public UnitOverview read(
            @PathParam("id") @Pattern(regexp = Shape.CODE) String id,
            @QueryParam("day") LocalDate day) {
        BookScope scope = book.scope();
        if (!(scope.all() ? book.unitExists(id) : scope.unitIds().contains(id))) {
            throw Problem.notFound(UnitRefusal.UNKNOWN.code());
        }
        LocalDate today = clock.today();
        if (day != null && day.isAfter(today)) {
            throw Problem.badRequest(
                    "parameter.invalid",
                    "A parameter has no usable value.",
                    FieldError.parameter("day", "must not be in the future"));
        }
        return overviews.on(id, day == null ? today : day);
    }
}
