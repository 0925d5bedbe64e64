package io.guanxi.client.client;

import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.book.BreakGlass;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.personal.PersonalReads;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The clients as the caller may see them. */
@ApplicationScoped
public class Clients {
    /** Whoever sees codes only finds nobody by name, but whom break-glass opened. */
    private static final String NAMED =
            " and (c.kind = 'ORGANIZATION' or c.client_id in (:opened))";

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Set<UUID> NONE = Set.of(BEFORE_ALL);

    /** Both tables are told where to go on, or one is read from its beginning for each page. */
    private static final String LIST =
            "select c.* from ("
                    + ClientRow.SELECT
                    + " where v.client_id > :after and b.client_id > :after) c where "
                    + BookScope.onBookNamed("c");

    private final EntityManager entities;
    private final Book book;
    private final Caller caller;
    private final FourEyes approvals;
    private final PersonalReads reads;
    private final BreakGlass breakGlass;
    private final ClientObligations obligations;

    Clients(
            EntityManager entities,
            Book book,
            Caller caller,
            FourEyes approvals,
            PersonalReads reads,
            BreakGlass breakGlass,
            ClientObligations obligations) {
        this.entities = entities;
        this.book = book;
        this.caller = caller;
        this.approvals = approvals;
        this.reads = reads;
        this.breakGlass = breakGlass;
        this.obligations = obligations;
    }

    /** The caller's clients that pass the filter, by id. */
    public Page<ClientItem> list(ClientFilter filter, Paging paging) {
        UUID after = paging.after(1, keys -> UUID.fromString(keys.getFirst())).orElse(null);
        Set<UUID> opened = opened();
        List<ClientRow> rows = rows(filter, opened, after, paging.fetch());
        Page<ClientRow> page = paging.page(rows, row -> new String[] {row.clientId.toString()});
        noteShown("list", page.items().stream().map(row -> row.clientId).toList());
        return page.map(row -> item(row, opened));
    }

    /** The caller's clients after this one, by id; who shows them notes it. */
    List<ClientItem> after(UUID after, int most) {
        Set<UUID> opened = opened();
        return rows(new ClientFilter(), opened, after, most).stream()
                .map(row -> item(row, opened))
                .toList();
    }

    private List<ClientRow> rows(ClientFilter filter, Set<UUID> opened, UUID after, int most) {
        boolean byName = filter.q != null && !personal();
        String sql =
                LIST + filter.sql() + (byName ? NAMED : "") + " order by c.client_id limit :rows";
        Query query = book.scope().bind(entities.createNativeQuery(sql, ClientRow.class));
        filter.bind(query);
        if (byName) {
            query.setParameter("opened", opened.isEmpty() ? NONE : opened);
        }
        query.setParameter("after", after == null ? BEFORE_ALL : after);
        query.setParameter("rows", most);
        @SuppressWarnings("unchecked")
        List<ClientRow> rows = query.getResultList();
        return rows;
    }

    private ClientItem item(ClientRow row, Set<UUID> opened) {
        return ClientItem.of(row, personal() || opened.contains(row.clientId));
    }

    /** Whom break-glass opens for a caller who sees nothing personal otherwise. */
    private Set<UUID> opened() {
        return personal() ? Set.of() : breakGlass.openTo(caller.id());
    }

    /** One client; 404 for an unknown one and for one outside the book alike. */
    ClientRow find(UUID id) {
        book.requireReadable(id);
        ClientRow row = ClientRow.findById(id);
        if (row == null) {
            throw Problem.notFound(ClientRefusal.UNKNOWN.code());
        }
        noteRead("card", id);
        return row;
    }

    /** Reading is noted where it shows something personal. */
    void noteShown(String operation, List<UUID> ids) {
        Set<UUID> opened = opened();
        List<UUID> shown = ids.stream().filter(id -> personal() || opened.contains(id)).toList();
        if (!shown.isEmpty()) {
            reads.note(operation, null, shown);
        }
    }

    /** The same for one client, also where break-glass opened it. */
    void noteRead(String operation, UUID id) {
        if (seesPersonal(id)) {
            reads.note(operation, null, List.of(id));
        }
    }

    ClientCard card(ClientRow row) {
        return ClientCard.of(
                row,
                seesPersonal(row.clientId),
                obligations.of(row.clientId),
                approvals.pending(assignmentOf(row.clientId)).orElse(null));
    }

    /**
     * The card of a client the caller has just made or changed, in whosever book it is now. It
     * shows more than was sent, so it is noted as read.
     */
    public ClientCard card(UUID id) {
        noteRead("card", id);
        return card(ClientRow.<ClientRow>findById(id));
    }

    /** The card of a client that may have passed to others; 404 as for reading it. */
    public ClientCard readable(UUID id) {
        return card(find(id));
    }

    /** The thing that a second person is asked about when a full book shall take one more. */
    public static String assignmentOf(UUID clientId) {
        return "/clients/" + clientId + "/relationship-manager";
    }

    /** Whether the caller may see what is personal of this client. */
    boolean seesPersonal(UUID id) {
        return personal() || breakGlass.isOpen(id, caller.id());
    }

    /** Audit reads codes; what is personal it reads by break-glass only. */
    private boolean personal() {
        return caller.is(Role.RM, Role.SUPERVISOR, Role.HEAD, Role.SYSTEM);
    }
}
