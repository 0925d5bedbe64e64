package io.guanxi.visit.agenda;

import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.visit.coverage.CoverageItem;
import io.guanxi.visit.coverage.CoverageList;
import io.guanxi.visit.coverage.CoverageState;
import io.guanxi.visit.intake.VisitList;
import io.guanxi.visit.intake.VisitSummary;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The day of a manager or a unit. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agenda", description = "A day: whom to see, whom to call and why, what falls due")
@RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
class AgendaResource {
    private static final int LONGEST_DAYS = 62;
    private static final int USUAL_DAYS = 7;
    private static final int MOST = 500;
    private static final int MOST_DUE = 50;

    private final Book book;
    private final Caller caller;
    private final BusinessClock clock;
    private final VisitList visits;
    private final CallList calls;
    private final CoverageList coverage;

    AgendaResource(
            Book book,
            Caller caller,
            BusinessClock clock,
            VisitList visits,
            CallList calls,
            CoverageList coverage) {
        this.book = book;
        this.caller = caller;
        this.clock = clock;
        this.visits = visits;
        this.calls = calls;
        this.coverage = coverage;
    }

    /** An agenda in order of time. */
    public record Agenda(String rmId, LocalDate from, LocalDate to, List<VisitSummary> items) {}

    /** The calls of a day, the weightiest first. */
    public record Calls(String rmId, LocalDate day, List<Call> items) {}

    @GET
    @Path("agenda")
    @Operation(
            operationId = "readAgenda",
            summary = "A manager's visits from one day to another, called-off ones left out")
    @APIResponse(responseCode = "200", description = "In order of time, 500 at most")
    public Agenda agenda(
            @QueryParam("rm") String rm,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to) {
        LocalDate first = from == null ? clock.today() : from;
        LocalDate last = to == null ? first.plusDays(USUAL_DAYS - 1L) : to;
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > LONGEST_DAYS) {
            throw Problem.badRequest(
                    "parameter.invalid",
                    "A parameter has no usable value.",
                    FieldError.parameter("to", "must be 0 to 62 days after from"));
        }
        String who = manager(rm, null);
        return new Agenda(who, first, last, agenda(book.scope(), who, null, first, last));
    }

    @GET
    @Path("call-list")
    @Operation(operationId = "readCallList", summary = "Whom to call on a day, and why")
    @APIResponse(responseCode = "200", description = "The weightiest first")
    public Calls callList(@QueryParam("rm") String rm, @QueryParam("day") LocalDate day) {
        String who = manager(rm, null);
        return new Calls(who, or(day), calls.of(book.scope(), who, null, asOf(or(day))));
    }

    @GET
    @Path("today")
    @Operation(operationId = "readToday", summary = "The morning page of a manager or a unit")
    @APIResponse(responseCode = "200", description = "What the day brings")
    public Today today(
            @QueryParam("rm") String rm,
            @QueryParam("unit") String unit,
            @QueryParam("day") LocalDate day) {
        String who = manager(rm, unit);
        BookScope scope = book.scope();
        LocalDate date = or(day);
        return new Today(
                date,
                agenda(scope, who, unit, date, date),
                calls.of(scope, who, unit, asOf(date)),
                due(scope, who, unit, asOf(date)),
                List.of("specialDays"));
    }

    private List<VisitSummary> agenda(
            BookScope scope, String rm, String unit, LocalDate first, LocalDate last) {
        return visits.agenda(
                scope,
                new VisitList.Filter(
                        rm, unit, null, null, startOf(first), startOf(last.plusDays(1))),
                MOST);
    }

    private List<CoverageItem> due(BookScope scope, String rm, String unit, Instant at) {
        return Stream.of(CoverageState.OVERDUE, CoverageState.DUE)
                .flatMap(
                        state ->
                                coverage
                                        .first(
                                                scope,
                                                new CoverageList.Filter(rm, unit, null, state),
                                                at,
                                                MOST_DUE)
                                        .stream())
                .limit(MOST_DUE)
                .toList();
    }

    /** A manager who names nobody means the own day; others see the whole of their book. */
    private String manager(String rm, String unit) {
        boolean own = rm == null && unit == null && caller.is(Role.RM);
        return own ? caller.id() : rm;
    }

    private LocalDate or(LocalDate day) {
        return day == null ? clock.today() : day;
    }

    /** Today is judged as of now, another day as of its end. */
    private Instant asOf(LocalDate day) {
        return day.equals(clock.today()) ? clock.now() : startOf(day.plusDays(1)).minusMillis(1);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.zone()).toInstant();
    }
}
