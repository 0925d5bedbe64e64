package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.Refusal;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.bulk.BulkKind;
import io.guanxi.kit.service.bulk.BulkLine;
import io.guanxi.kit.service.bulk.LineBodies;
import io.guanxi.kit.service.bulk.RawLine;
import io.guanxi.kit.service.personal.SubjectKeys;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.visit.lifecycle.VisitStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Lines of visits that another system kept: planned, and perhaps logged. */
@ApplicationScoped
class VisitImports implements BulkKind<VisitLine> {
    private static final String CLIENTS =
            "select client_id::text from book_client where client_id = any(?::uuid[])";
    private static final String STAFF = "select staff_id from book_staff where staff_id = any(?)";

    private final DataSource database;
    private final LineBodies bodies;
    private final Translation translation;
    private final KnownVisits visits;
    private final SubjectKeys keys;
    private final BusinessClock clock;

    VisitImports(
            DataSource database,
            LineBodies bodies,
            Translation translation,
            KnownVisits visits,
            SubjectKeys keys,
            BusinessClock clock) {
        this.database = database;
        this.bodies = bodies;
        this.translation = translation;
        this.visits = visits;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "visits";
    }

    @Override
    public BulkLine<VisitLine> read(RawLine line, UUID chosen) {
        VisitLine visit = VisitLine.of(line, bodies, clock.now());
        UUID id = visit.plan().id() == null ? chosen : visit.plan().id();
        return new BulkLine<>(line.number(), id, id.toString(), visit);
    }

    @Override
    public Set<UUID> existing(List<BulkLine<VisitLine>> lines) {
        return visits.byIds(lines.stream().map(BulkLine::target).toList()).keySet();
    }

    @Override
    public Map<Integer, Refusal> refusals(
            List<BulkLine<VisitLine>> lines, Predicate<UUID> decided) {
        Set<String> asked = new HashSet<>();
        Set<String> people = new HashSet<>();
        for (BulkLine<VisitLine> line : lines) {
            asked.add(line.body().plan().clientId().toString());
            people.add(line.body().plan().rmId());
        }
        Set<String> clients = known(CLIENTS, asked);
        Set<String> staff = known(STAFF, people);
        Map<Integer, Refusal> refusals = new HashMap<>();
        for (BulkLine<VisitLine> line : lines) {
            if (!clients.contains(line.body().plan().clientId().toString())) {
                refusals.put(line.number(), ImportRefusal.CLIENT_UNKNOWN);
            } else if (!staff.contains(line.body().plan().rmId())) {
                refusals.put(line.number(), ImportRefusal.STAFF_UNKNOWN);
            }
        }
        return refusals;
    }

    @Override
    public void prepare(List<BulkLine<VisitLine>> lines) {
        keys.prepare(lines.stream().map(line -> line.body().plan().clientId()).distinct().toList());
    }

    @Override
    public Set<UUID> streams(BulkLine<VisitLine> line) {
        return Set.of();
    }

    @Override
    public void decide(Session session, BulkLine<VisitLine> line) {
        VisitLine visit = line.body();
        session.occurring(visit.registeredAt());
        session.create(
                VisitStream.AGGREGATE,
                line.target(),
                translation.plan(visit.plan(), visit.plan().rmId(), visit.registeredAt()));
        if (visit.log() != null) {
            session.occurring(visit.at());
            session.execute(
                    VisitStream.AGGREGATE,
                    line.target(),
                    translation.report(
                            visit.log(),
                            new Translation.Report(
                                    visit.plan().clientId(),
                                    visit.visitor(),
                                    visit.at(),
                                    visit.loggedAt(),
                                    List.of())));
        }
    }

    private Set<String> known(String sql, Collection<String> asked) {
        Set<String> known = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", asked.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
        return known;
    }
}
