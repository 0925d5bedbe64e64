package io.guanxi.client.staff;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.body.Bodies;
import io.guanxi.client.staff.Staff.Registered;
import io.guanxi.client.staff.Staff.Unregistered;
import io.guanxi.client.staff.StaffCommand.ChangeStaff;
import io.guanxi.client.staff.StaffCommand.RegisterStaff;
import io.guanxi.client.unit.Units;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.approval.ApprovalCard;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.past.HistoryEntry;
import io.guanxi.kit.service.past.ThingPast;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The staff records, as the outside asks for them. */
@ApplicationScoped
public class StaffMembers {
    private static final String NUMBER = "staff-no";
    private static final Set<String> NAME = Set.of("name");

    private final EventStore store;
    private final Bodies bodies;
    private final FourEyes approvals;
    private final Caller caller;

    StaffMembers(EventStore store, Bodies bodies, FourEyes approvals, Caller caller) {
        this.store = store;
        this.bodies = bodies;
        this.approvals = approvals;
        this.caller = caller;
    }

    CommandOutcome register(StaffBody body, CommandContext context) {
        return store.execute(context, Ids.staff(body.id()), session -> register(session, body));
    }

    /** As a part of a larger command. */
    static void register(Session session, StaffBody body) {
        UUID stream = Ids.staff(body.id());
        session.create(
                StaffStream.STAFF,
                stream,
                new RegisterStaff(
                        body.details(), body.name(), Units.exists(session, body.unitId())));
        renumber(session, stream, null, body.staffNo());
    }

    CommandOutcome change(String id, JsonNode patch, CommandContext context) {
        UUID stream = Ids.staff(id);
        return store.execute(
                context,
                stream,
                session -> {
                    Registered staff = registered(session.load(StaffStream.STAFF, stream).state());
                    StaffBody before = StaffBody.of(staff.details(), staff.name());
                    StaffBody after = bodies.merged(before, patch, StaffBody.class);
                    if (!after.id().equals(id)) {
                        throw Problem.badRequest("id.fixed", "The code of a person stays.");
                    }
                    session.execute(
                            StaffStream.STAFF,
                            stream,
                            new ChangeStaff(
                                    after.over(staff.details()),
                                    after.name(),
                                    Units.exists(session, after.unitId())));
                    renumber(session, stream, before.staffNo(), after.staffNo());
                });
    }

    /** The person and the version; 404 if there is none. */
    public Loaded<StaffCard> find(String id) {
        return find(id, Past.NOW);
    }

    /** The person as they were; an appointment waits only now. */
    Loaded<StaffCard> find(String id, Past then) {
        ApprovalCard waiting =
                then.isNow() ? approvals.pending(appointmentOf(id)).orElse(null) : null;
        return past(waiting).at(Ids.staff(id), then);
    }

    /** PR-03: the path of the qualifications, which a second person may have to allow. */
    public static String appointmentOf(String id) {
        return "/staff/" + id + "/qualifications";
    }

    /** The staff records as they were. */
    ThingPast<Staff, StaffCard> past() {
        return past(null);
    }

    private ThingPast<Staff, StaffCard> past(ApprovalCard waiting) {
        return new ThingPast<>(
                store,
                StaffStream.STAFF,
                staff ->
                        staff instanceof Registered(var details, var name, _)
                                ? card(details, name, waiting)
                                : null,
                StaffRefusal.UNKNOWN);
    }

    /** A page of what was recorded, without names for who sees codes only. */
    Page<HistoryEntry> history(String id, Paging paging) {
        return past().history(Ids.staff(id), paging)
                .map(entry -> seesNames() ? entry : entry.without(NAME));
    }

    StaffCard card(StaffDetails details, String name) {
        return card(details, name, null);
    }

    private StaffCard card(StaffDetails details, String name, ApprovalCard waiting) {
        return StaffCard.of(details, seesNames() ? name : null, waiting);
    }

    /** Operations and audit work with codes; colleagues may know each other's names. */
    private boolean seesNames() {
        return caller.is(Role.RM, Role.SUPERVISOR, Role.HEAD, Role.SYSTEM, Role.ADMIN);
    }

    private static void renumber(Session session, UUID owner, String before, String after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null) {
            session.release(NUMBER, before, owner);
        }
        if (after != null) {
            session.reserve(NUMBER, after, owner, StaffRefusal.NUMBER_TAKEN);
        }
    }

    private static Registered registered(Staff staff) {
        return switch (staff) {
            case Registered registered -> registered;
            case Unregistered _ -> throw Problem.notFound(StaffRefusal.UNKNOWN.code());
        };
    }
}
