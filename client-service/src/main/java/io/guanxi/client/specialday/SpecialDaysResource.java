package io.guanxi.client.specialday;

import io.guanxi.client.body.Shape;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.personal.PersonalReads;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.EffectiveRoles;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Birthdays and celebrations over HTTP. */
@Path("/special-days")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "special days")
class SpecialDaysResource {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 92;
    private static final int LAST_YEAR = 9998;
    private static final Set<Role> OF_STAFF = EnumSet.of(Role.RM, Role.SUPERVISOR, Role.HEAD);

    /** A page of special days, for the documentation. */
    record SpecialDayPage(List<SpecialDay> items, String next) {}

    private final SpecialDays days;
    private final Book book;
    private final Caller caller;
    private final EffectiveRoles roles;
    private final PersonalReads reads;
    private final BusinessClock clock;

    SpecialDaysResource(
            SpecialDays days,
            Book book,
            Caller caller,
            EffectiveRoles roles,
            PersonalReads reads,
            BusinessClock clock) {
        this.days = days;
        this.book = book;
        this.caller = caller;
        this.roles = roles;
        this.reads = reads;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @APIResponseSchema(value = SpecialDayPage.class, responseCode = "200")
    @Operation(
            operationId = "listSpecialDays",
            summary = "List the birthdays and celebrations of the book, by day",
            description =
                    "A person's birthday is the profile's `birthday`, else the one in the resident"
                            + " identity number; celebrations are the profile's `celebrations`, each"
                            + " with `name` and `day` (`MM-DD` or a date). 29 February counts as"
                            + " the 28th where there is none. Keep them for five minutes in memory"
                            + " at most.")
    public Response list(
            @Parameter(description = "Only the clients this manager owns")
                    @QueryParam("rm")
                    @Pattern(regexp = Shape.CODE)
                    String rm,
            @Parameter(description = "The first day; today if none is named") @QueryParam("from")
                    LocalDate from,
            @Parameter(description = "The last day, within 92; 30 days after the first if absent")
                    @QueryParam("to")
                    LocalDate to,
            @Parameter(description = "For whom a service reads: the staff code of who will see it")
                    @QueryParam("onBehalfOf")
                    @Pattern(regexp = Shape.CODE)
                    String onBehalfOf,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        BookScope scope = scope(onBehalfOf);
        LocalDate first = from == null ? clock.today() : from;
        requireYear("from", first);
        LocalDate last = to == null ? first.plusDays(USUAL_DAYS) : to;
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1L))) {
            throw invalid("to", "must lie within " + MOST_DAYS + " days from the first");
        }
        Page<SpecialDay> page = days.find(scope, rm, Anniversaries.between(first, last), paging);
        List<UUID> shown = page.items().stream().map(SpecialDay::clientId).distinct().toList();
        reads.note("special-days", onBehalfOf, shown);
        return Answers.page(uri, page);
    }

    /** People see by their own book; a service by the book of the one it will show them to. */
    private BookScope scope(String onBehalfOf) {
        if (caller.is(Role.RM, Role.SUPERVISOR, Role.HEAD)) {
            if (onBehalfOf != null && !onBehalfOf.equals(caller.id())) {
                throw invalid("onBehalfOf", "is for services");
            }
            return book.scope();
        }
        if (onBehalfOf == null) {
            throw invalid("onBehalfOf", "must name who will see them");
        }
        return book.scopeOf(onBehalfOf, roles.effective(onBehalfOf, OF_STAFF));
    }

    private static void requireYear(String parameter, LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw invalid(parameter, "must be a day of the years 1 to " + LAST_YEAR);
        }
    }

    private static Problem invalid(String parameter, String message) {
        return Problem.badRequest(
                "parameter.invalid",
                "A parameter has no usable value.",
                FieldError.parameter(parameter, message));
    }
}
