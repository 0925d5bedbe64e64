package io.guanxi.client.portfolio;

import io.guanxi.client.client.Assignee;
import io.guanxi.client.staff.BookType;
import io.guanxi.client.staff.Staff;
import io.guanxi.client.staff.Staff.Registered;
import io.guanxi.client.staff.Staff.Unregistered;
import io.guanxi.client.staff.StaffDetails;
import io.guanxi.client.staff.StaffStream;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds what an assignment must know of the manager. */
@ApplicationScoped
public class Assignees {
    private final Settings settings;

    Assignees(Settings settings) {
        this.settings = settings;
    }

    /**
     * The manager as the session sees one; guarded, so that nobody is assigned to who leaves or
     * loses the qualification at the same moment.
     *
     * @param more for how many clients
     */
    public Assignee find(Session session, String rmId, int more) {
        Staff staff = session.load(StaffStream.STAFF, Ids.staff(rmId)).state();
        return switch (staff) {
            case Unregistered _ -> new Assignee(rmId, null, false, false, null, 0, 0, false);
            case Registered(var details, _, _) -> {
                session.guard(StaffStream.STAFF, Ids.staff(rmId));
                yield known(session, details, more);
            }
        };
    }

    /** Whether the manager's book is full at this moment. */
    boolean full(EventStore store, String rmId) {
        return store.load(StaffStream.STAFF, Ids.staff(rmId)).state()
                        instanceof Registered(var details, _, _)
                && store.load(PortfolioStream.PORTFOLIO, Ids.portfolio(rmId)).state().occupied()
                        >= cap(details);
    }

    private Assignee known(Session session, StaffDetails staff, int more) {
        Portfolio book =
                session.load(PortfolioStream.PORTFOLIO, Ids.portfolio(staff.staffId())).state();
        if (book.occupied() + more > cap(staff)) {
            book = LivingClients.of(session, staff.staffId());
        }
        return new Assignee(
                staff.staffId(),
                staff.unitId(),
                true,
                staff.active() && staff.hasRole(Roles.RM),
                staff.qualifiedUntil(),
                book.occupied(),
                cap(staff),
                staff.bookType() == BookType.PHONE);
    }

    public int cap(StaffDetails staff) {
        return settings.get("portfolio-caps", PortfolioCaps.class).capOf(staff.bookType());
    }
}
