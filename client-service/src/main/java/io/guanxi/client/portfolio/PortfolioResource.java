package io.guanxi.client.portfolio;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.guanxi.client.body.Shape;
import io.guanxi.client.client.ClientFilter;
import io.guanxi.client.client.ClientItem;
import io.guanxi.client.client.Clients;
import io.guanxi.client.staff.BookType;
import io.guanxi.client.staff.Staff.Registered;
import io.guanxi.client.staff.StaffDetails;
import io.guanxi.client.staff.StaffRefusal;
import io.guanxi.client.staff.StaffStream;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.past.PastQuery;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A manager's book over HTTP. */
@Path("/staff/{id}/portfolio")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "staff")
class PortfolioResource {

    /**
     * A book: how full it is, and a page of it.
     *
     * @param load F7: clients / capacity, four decimals
     */
    record PortfolioCard(
            String staffId,
            BookType bookType,
            int clients,
            int cap,
            int capacity,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal load,
            List<ClientItem> items,
            String next) {}

    private final EventStore store;
    private final Assignees assignees;
    private final Clients clients;
    private final Book book;

    PortfolioResource(EventStore store, Assignees assignees, Clients clients, Book book) {
        this.store = store;
        this.assignees = assignees;
        this.clients = clients;
        this.book = book;
    }

    @GET
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "readPortfolio",
            summary = "Read a relationship manager's book, as it is or as it was",
            description =
                    "Of a past book those clients are shown that the caller may see today, each as it"
                            + " is today.")
    public PortfolioCard read(
            @PathParam("id") @Pattern(regexp = Shape.CODE) String id,
            @BeanParam PastQuery query,
            @BeanParam Paging paging) {
        BookScope scope = book.scope();
        Past past = query.past();
        Loaded<?> staff = store.load(StaffStream.STAFF, Ids.staff(id), past);
        if (!(scope.all() || scope.rmIds().contains(id))
                || !(staff.state() instanceof Registered(StaffDetails details, _, _))) {
            throw Problem.notFound(StaffRefusal.UNKNOWN.code());
        }
        Portfolio portfolio =
                store.load(PortfolioStream.PORTFOLIO, Ids.portfolio(id), past).state();
        int occupied = portfolio.occupied();
        int cap = assignees.cap(details);
        int capacity = details.capacity() == null ? cap : details.capacity();
        ClientFilter filter = new ClientFilter();
        filter.clients = portfolio.clients();
        Page<ClientItem> page = clients.list(filter, paging);
        return new PortfolioCard(
                id,
                details.bookType() == null ? BookType.PERSONAL : details.bookType(),
                occupied,
                cap,
                capacity,
                BigDecimal.valueOf(occupied)
                        .divide(BigDecimal.valueOf(capacity), 4, RoundingMode.HALF_UP),
                page.items(),
                page.next());
    }
}
