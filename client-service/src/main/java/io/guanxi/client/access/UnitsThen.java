package io.guanxi.client.access;

import io.agroal.api.AgroalDataSource;
import io.guanxi.client.access.ClientAccess.Person;
import io.guanxi.client.access.ClientAccess.Reason;
import io.guanxi.client.staff.Staff.Registered;
import io.guanxi.client.staff.StaffDetails;
import io.guanxi.client.staff.StaffStream;
import io.guanxi.client.unit.Unit.Open;
import io.guanxi.client.unit.UnitDetails;
import io.guanxi.client.unit.UnitStream;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.service.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who looked after a unit, and the units above it, at an instant in the past: from the events. */
@ApplicationScoped
class UnitsThen {
    private static final String EVER_LED =
            """
            select distinct e.data->'staff'->>'staffId'
              from stream s join event e on e.stream_id = s.id
             where s.type = 'staff'
               and e.data->'staff'->>'unitId' = any(?)
               and jsonb_exists_any(e.data->'staff'->'roles', array['supervisor', 'head'])
            """;

    private final EventStore store;
    private final AgroalDataSource database;

    UnitsThen(EventStore store, AgroalDataSource database) {
        this.store = store;
        this.database = database;
    }

    /** The supervisors and heads of the unit and of those above it, as they were then. */
    List<Person> leaders(String unitId, Instant at, Interval during) {
        Map<String, UnitDetails> chain = chain(unitId, at);
        Set<String> candidates = new TreeSet<>(everLed(chain.keySet()));
        chain.values().stream()
                .map(UnitDetails::headId)
                .filter(head -> head != null)
                .forEach(candidates::add);
        List<Person> leaders = new ArrayList<>();
        for (String candidate : candidates) {
            staff(candidate, at)
                    .flatMap(staff -> led(staff, chain))
                    .map(
                            led ->
                                    new Person(
                                            candidate,
                                            led.as(),
                                            led.unitId(),
                                            during.from(),
                                            during.until()))
                    .ifPresent(leaders::add);
        }
        return leaders;
    }

    private record Led(Reason as, String unitId) {}

    private static Optional<Led> led(StaffDetails staff, Map<String, UnitDetails> chain) {
        boolean head = staff.hasRole(Roles.HEAD);
        if (!staff.active() || !(head || staff.hasRole(Roles.SUPERVISOR))) {
            return Optional.empty();
        }
        Optional<String> headed =
                chain.values().stream()
                        .filter(unit -> staff.staffId().equals(unit.headId()))
                        .map(UnitDetails::unitId)
                        .findFirst();
        Optional<String> own = Optional.of(staff.unitId()).filter(chain::containsKey);
        return headed.or(() -> own)
                .map(unit -> new Led(head ? Reason.HEAD : Reason.SUPERVISOR, unit));
    }

    private Map<String, UnitDetails> chain(String unitId, Instant at) {
        Map<String, UnitDetails> chain = new LinkedHashMap<>();
        String next = unitId;
        while (next != null && !chain.containsKey(next)) {
            if (!(store.load(UnitStream.UNIT, Ids.unit(next), Past.asOf(at)).state()
                    instanceof Open(var details))) {
                return chain;
            }
            chain.put(next, details);
            next = details.parentId();
        }
        return chain;
    }

    private Optional<StaffDetails> staff(String staffId, Instant at) {
        return store.load(StaffStream.STAFF, Ids.staff(staffId), Past.asOf(at)).state()
                        instanceof Registered(var details, _, _)
                ? Optional.of(details)
                : Optional.empty();
    }

    private Set<String> everLed(Set<String> units) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(EVER_LED)) {
            select.setArray(1, connection.createArrayOf("text", units.toArray()));
            Set<String> led = new TreeSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    led.add(row.getString(1));
                }
            }
            return led;
        } catch (SQLException e) {
            throw new IllegalStateException("The staff of then cannot be read.", e);
        }
    }
}
