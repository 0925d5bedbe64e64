package io.guanxi.client.unit;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.body.Bodies;
import io.guanxi.client.unit.Unit.Open;
import io.guanxi.client.unit.Unit.Unopened;
import io.guanxi.client.unit.UnitCommand.ChangeUnit;
import io.guanxi.client.unit.UnitCommand.OpenUnit;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.past.ThingPast;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The units, as the outside asks for them. */
@ApplicationScoped
public class Units {
    private final EventStore store;
    private final Bodies bodies;

    Units(EventStore store, Bodies bodies) {
        this.store = store;
        this.bodies = bodies;
    }

    CommandOutcome open(UnitBody body, CommandContext context) {
        return store.execute(
                context,
                Ids.unit(body.id()),
                session ->
                        session.execute(
                                UnitStream.UNIT,
                                Ids.unit(body.id()),
                                new OpenUnit(body.details(), ancestry(session, body.parentId()))));
    }

    CommandOutcome change(String id, JsonNode patch, CommandContext context) {
        return store.execute(
                context,
                Ids.unit(id),
                session -> {
                    Unit unit = session.load(UnitStream.UNIT, Ids.unit(id)).state();
                    UnitBody changed = bodies.merged(shown(unit), patch, UnitBody.class);
                    if (!changed.id().equals(id)) {
                        throw Problem.badRequest("id.fixed", "The code of a unit stays.");
                    }
                    session.execute(
                            UnitStream.UNIT,
                            Ids.unit(id),
                            new ChangeUnit(
                                    changed.details(), ancestry(session, changed.parentId())));
                });
    }

    /** The unit and its version; 404 if there is none. */
    Loaded<UnitBody> find(String id) {
        return past().at(Ids.unit(id), Past.NOW);
    }

    /** The units as they were. */
    ThingPast<Unit, UnitBody> past() {
        return new ThingPast<>(
                store,
                UnitStream.UNIT,
                unit -> unit instanceof Open(var details) ? UnitBody.of(details) : null,
                UnitRefusal.UNKNOWN);
    }

    /** Whether the unit exists, as the session sees it. */
    public static boolean exists(Session session, String id) {
        return id != null && session.load(UnitStream.UNIT, Ids.unit(id)).exists();
    }

    /** The unit above, as the session sees it; the head office has none and stands for itself. */
    public static String above(Session session, String id) {
        return details(session, id).map(UnitDetails::parentId).orElse(id);
    }

    /**
     * Climbs to the root. Each unit passed is guarded, so that two moves at once cannot close a
     * circle between them.
     */
    private static Ancestry ancestry(Session session, String parentId) {
        List<String> chain = new ArrayList<>();
        String next = parentId;
        while (next != null && !chain.contains(next) && chain.size() < Ancestry.DEEPEST) {
            Optional<UnitDetails> above = details(session, next);
            if (above.isEmpty()) {
                return new Ancestry(chain, false);
            }
            chain.add(next);
            session.guard(UnitStream.UNIT, Ids.unit(next));
            next = above.get().parentId();
        }
        return new Ancestry(chain, true);
    }

    private static Optional<UnitDetails> details(Session session, String id) {
        return switch (session.load(UnitStream.UNIT, Ids.unit(id)).state()) {
            case Open(var details) -> Optional.of(details);
            case Unopened _ -> Optional.empty();
        };
    }

    private static UnitBody shown(Unit unit) {
        return switch (unit) {
            case Open(var details) -> UnitBody.of(details);
            case Unopened _ -> throw Problem.notFound(UnitRefusal.UNKNOWN.code());
        };
    }
}
