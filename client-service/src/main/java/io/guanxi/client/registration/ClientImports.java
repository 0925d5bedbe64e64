package io.guanxi.client.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.client.body.Shape;
import io.guanxi.client.client.ClientBody;
import io.guanxi.client.client.PrivateDetails;
import io.guanxi.client.portfolio.Assigning;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.Refusal;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.bulk.BulkKind;
import io.guanxi.kit.service.bulk.BulkLine;
import io.guanxi.kit.service.bulk.LineBodies;
import io.guanxi.kit.service.bulk.RawLine;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.personal.SubjectKeys;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Lines of clients, each with its owner if it has one; those of one manager go in together. */
@ApplicationScoped
class ClientImports implements BulkKind<Newcomer> {
    private static final String NOBODY = "";

    private final LineBodies bodies;
    private final BusinessClock clock;
    private final KnownClients known;
    private final SubjectKeys keys;
    private final Registering registering;
    private final Assigning assigning;

    ClientImports(
            LineBodies bodies,
            BusinessClock clock,
            KnownClients known,
            SubjectKeys keys,
            Registering registering,
            Assigning assigning) {
        this.bodies = bodies;
        this.clock = clock;
        this.known = known;
        this.keys = keys;
        this.registering = registering;
        this.assigning = assigning;
    }

    /** Both may be absent: then nobody owns the client, or somebody from now on. */
    record Owner(@Pattern(regexp = Shape.CODE) String rmId, Instant rmSince) {}

    @Override
    public String name() {
        return "clients";
    }

    @Override
    public BulkLine<Newcomer> read(RawLine line, UUID chosen) {
        ObjectNode whole = bodies.object(line);
        ObjectNode owned = whole.objectNode();
        for (String field : List.of("rmId", "rmSince")) {
            if (whole.has(field)) {
                owned.set(field, whole.remove(field));
            }
        }
        ClientBody body = bodies.part(line, whole, ClientBody.class);
        Owner owner = bodies.part(line, owned, Owner.class);
        Instant now = clock.now();
        Instant since = owner.rmSince() == null ? now : owner.rmSince();
        if (body.unitId() == null) {
            throw invalid("/unitId", "must be given");
        }
        if (since.isAfter(now)) {
            throw invalid("/rmSince", "must not be in the future");
        }
        UUID id = body.id() == null ? chosen : body.id();
        Newcomer client = Newcomer.of(id, body, body.unitId(), owner.rmId(), since);
        return new BulkLine<>(line.number(), id, id.toString(), client);
    }

    @Override
    public Set<UUID> existing(List<BulkLine<Newcomer>> lines) {
        return known.existing(lines.stream().map(BulkLine::target).toList());
    }

    @Override
    public Map<Integer, Refusal> refusals(List<BulkLine<Newcomer>> lines, Predicate<UUID> decided) {
        return known.refusals(lines, decided);
    }

    @Override
    public void prepare(List<BulkLine<Newcomer>> lines) {
        keys.prepare(
                lines.stream()
                        .map(BulkLine::body)
                        .filter(client -> !client.personal().equals(PrivateDetails.FORGOTTEN))
                        .map(Newcomer::id)
                        .toList());
    }

    @Override
    public Set<UUID> streams(BulkLine<Newcomer> line) {
        Set<UUID> streams = new HashSet<>();
        streams.add(Ids.unit(line.body().unitId()));
        if (line.body().rmId() != null) {
            streams.add(Ids.staff(line.body().rmId()));
            streams.add(Ids.portfolio(line.body().rmId()));
        }
        return streams;
    }

    @Override
    public void decide(
            Session session,
            List<BulkLine<Newcomer>> lines,
            BiConsumer<BulkLine<Newcomer>, Refusal> refused) {
        Map<String, List<BulkLine<Newcomer>>> byManager = new LinkedHashMap<>();
        for (BulkLine<Newcomer> line : lines) {
            String rmId = line.body().rmId() == null ? NOBODY : line.body().rmId();
            byManager.computeIfAbsent(rmId, _ -> new ArrayList<>()).add(line);
        }
        byManager.forEach(
                (rmId, ofOne) -> {
                    if (rmId.equals(NOBODY) || !together(session, rmId, ofOne)) {
                        BulkKind.super.decide(session, ofOne, refused);
                    }
                });
    }

    /** One event in the manager's book for all of them; false if any of them is refused. */
    private boolean together(Session session, String rmId, List<BulkLine<Newcomer>> lines) {
        return session.part(
                        () -> {
                            Map<UUID, Instant> clients = new LinkedHashMap<>();
                            for (BulkLine<Newcomer> line : lines) {
                                session.occurring(line.body().since());
                                registering.admit(session, line.body());
                                clients.put(line.target(), line.body().since());
                            }
                            assigning.assignNew(session, rmId, clients);
                        })
                .isEmpty();
    }

    @Override
    public void decide(Session session, BulkLine<Newcomer> line) {
        session.occurring(line.body().since());
        registering.admit(session, line.body());
        registering.assign(session, line.body());
    }

    private static Problem invalid(String pointer, String message) {
        return Problem.badRequest(
                "field.invalid",
                "The line does not have the form this operation takes.",
                new FieldError(pointer, message));
    }
}
