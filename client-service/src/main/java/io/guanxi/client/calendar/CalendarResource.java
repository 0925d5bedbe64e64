package io.guanxi.client.calendar;

import io.guanxi.client.body.Shape;
import io.guanxi.client.calendar.CalendarCommand.PublishYear;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.FieldChange;
import io.guanxi.kit.service.past.HistoryEntry;
import io.guanxi.kit.service.past.HistoryPage;
import io.guanxi.kit.service.past.PastQuery;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.service.time.CalendarTable;
import io.guanxi.kit.service.time.Calendars;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendars over HTTP. */
@Path("/calendars/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.RM,
    Roles.SUPERVISOR,
    Roles.HEAD,
    Roles.OPERATIONS,
    Roles.SYSTEM,
    Roles.AUDITOR,
    Roles.ADMIN
})
@Tag(name = "calendars")
class CalendarResource {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /** A year as sent. */
    record YearBody(
            @NotNull @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer year,
            @NotNull @Size(max = 366) List<@NotNull @Valid DayBody> days) {}

    /** A public holiday, or a make-up working day. */
    record DayBody(@NotNull LocalDate date, @NotNull Boolean working) {}

    /** A year as shown. */
    record YearCard(String id, int year, List<CalendarYear.Day> days) {}

    /** When something is due. */
    record Due(LocalDate start, int workingDays, LocalDate dueDay, Instant dueAt) {}

    private final EventStore store;
    private final Calendars calendars;
    private final CalendarTable table;
    private final Requests requests;
    private final BusinessClock clock;

    CalendarResource(
            EventStore store,
            Calendars calendars,
            CalendarTable table,
            Requests requests,
            BusinessClock clock) {
        this.store = store;
        this.calendars = calendars;
        this.table = table;
        this.requests = requests;
        this.clock = clock;
    }

    @GET
    @APIResponseSchema(value = YearCard.class, responseCode = "200")
    @Operation(
            operationId = "readCalendar",
            summary = "Read the special days of a calendar's year, this one if none is named",
            description = "As they are, or as they were published then.")
    public Response read(
            @PathParam("id") @Pattern(regexp = Shape.CODE) String id,
            @QueryParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer year,
            @BeanParam PastQuery query) {
        require(id);
        Loaded<YearCard> then = then(id, year(year), query.past());
        return Answers.thing(then.version(), then.state());
    }

    @GET
    @Path("/history")
    @APIResponseSchema(value = HistoryPage.class, responseCode = "200")
    @Operation(
            operationId = "listCalendarHistory",
            summary = "List how the special days of a year were published")
    public Response history(
            @PathParam("id") @Pattern(regexp = Shape.CODE) String id,
            @QueryParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer year,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        require(id);
        UUID stream = CalendarStream.of(id, year(year));
        return Answers.page(uri, HistoryEntry.page(store, CalendarStream.CALENDAR, stream, paging));
    }

    @GET
    @Path("/changes")
    @Operation(
            operationId = "listCalendarChanges",
            summary = "List what differs in a year between two instants")
    public Changes changes(
            @PathParam("id") @Pattern(regexp = Shape.CODE) String id,
            @QueryParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer year,
            @BeanParam ChangesQuery query) {
        require(id);
        return new Changes(
                FieldChange.between(
                        then(id, year(year), query.before()).state(),
                        then(id, year(year), query.after()).state()));
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @APIResponseSchema(value = YearCard.class, responseCode = "200")
    @Operation(
            operationId = "publishCalendar",
            summary = "Publish the special days of a year, whole",
            description = "In force in every service within a second; open deadlines move.")
    public Response publish(
            @PathParam("id") @Pattern(regexp = Shape.CODE) String id,
            @NotNull @Valid YearBody body) {
        UUID stream = CalendarStream.of(id, body.year());
        List<CalendarYear.Day> days =
                body.days().stream()
                        .map(day -> new CalendarYear.Day(day.date(), day.working()))
                        .sorted(Comparator.comparing(CalendarYear.Day::date))
                        .toList();
        CommandOutcome outcome =
                store.execute(
                        requests.change(body),
                        CalendarStream.CALENDAR,
                        stream,
                        new PublishYear(new CalendarYear(id, body.year(), days)));
        table.refresh();
        return Answers.changed(outcome, then(id, body.year(), Past.NOW).state());
    }

    @GET
    @Path("/due")
    @Operation(
            operationId = "readDueDay",
            summary = "Read which day is so many working days after a day")
    public Due due(
            @PathParam("id") @Pattern(regexp = Shape.CODE) String id,
            @QueryParam("start") LocalDate start,
            @QueryParam("workingDays") @DefaultValue("1") @Min(0) @Max(1000) Integer workingDays) {
        require(id);
        if (start == null) {
            throw Problem.badRequest(
                    "parameter.invalid",
                    "A parameter has no usable value.",
                    FieldError.parameter("start", "must be given"));
        }
        LocalDate day = calendars.calendar(id).plus(start, workingDays);
        return new Due(start, workingDays, day, calendars.endOf(day));
    }

    private int year(Integer year) {
        return year == null ? clock.today().getYear() : year;
    }

    private Loaded<YearCard> then(String id, int year, Past past) {
        Loaded<Optional<CalendarYear>> published =
                store.load(CalendarStream.CALENDAR, CalendarStream.of(id, year), past);
        YearCard card =
                published
                        .state()
                        .map(y -> new YearCard(id, year, y.days()))
                        .orElseGet(() -> builtIn(id, year));
        return new Loaded<>(card, published.version());
    }

    private YearCard builtIn(String id, int year) {
        return new YearCard(
                id,
                year,
                calendars.builtIn(new Calendars.Year(id, year)).entrySet().stream()
                        .map(day -> new CalendarYear.Day(day.getKey(), day.getValue()))
                        .sorted(Comparator.comparing(CalendarYear.Day::date))
                        .toList());
    }

    private void require(String id) {
        if (!calendars.ids().contains(id)) {
            throw Problem.notFound(CalendarRefusal.UNKNOWN.code());
        }
    }
}
