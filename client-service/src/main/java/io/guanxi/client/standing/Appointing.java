package io.guanxi.client.standing;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.staff.Staff.Registered;
import io.guanxi.client.staff.StaffMembers;
import io.guanxi.client.staff.StaffStream;
import io.guanxi.client.unit.Units;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.approval.ApprovalBody;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** PR-03: a sub-branch appoints its relationship managers, and the branch above approves. */
@ApplicationScoped
class Appointing {
    private static final String KIND = "appointment";

    private final EventStore store;
    private final StaffStanding standing;
    private final FourEyes approvals;

    Appointing(EventStore store, StaffStanding standing, FourEyes approvals) {
        this.store = store;
        this.standing = standing;
        this.approvals = approvals;
    }

    /** Asks the head of the unit above; what the person may do by then changes asks again. */
    CommandOutcome ask(String id, PeriodBody qualification, CommandContext context) {
        standing.lastDay(qualification);
        return store.execute(
                context,
                Ids.staff(id),
                session -> {
                    Loaded<Registered> staff = guarded(session, id);
                    String unit = staff.state().details().unitId();
                    approvals.ask(
                            session,
                            new FourEyes.Ask(
                                    KIND,
                                    StaffMembers.appointmentOf(id),
                                    null,
                                    Units.above(session, unit),
                                    Set.of(Role.HEAD),
                                    staff.version(),
                                    qualification));
                });
    }

    CommandOutcome decide(String id, ApprovalBody body, CommandContext context) {
        return store.execute(
                context,
                Ids.staff(id),
                session ->
                        approvals.decide(
                                session,
                                StaffMembers.appointmentOf(id),
                                body,
                                guarded(session, id).version(),
                                request -> standing.qualify(session, id, qualification(request))));
    }

    CommandOutcome withdraw(String id, CommandContext context) {
        return store.execute(
                context,
                Ids.staff(id),
                session -> {
                    guarded(session, id);
                    approvals.withdraw(session, StaffMembers.appointmentOf(id));
                });
    }

    private static PeriodBody qualification(JsonNode request) {
        return Json.MAPPER.convertValue(request, PeriodBody.class);
    }

    private static Loaded<Registered> guarded(Session session, String id) {
        Loaded<Registered> staff = StaffStanding.registered(session, Ids.staff(id));
        session.guard(StaffStream.STAFF, Ids.staff(id));
        return staff;
    }
}
