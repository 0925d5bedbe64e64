package io.guanxi.kit.service.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.directory.AbsenceChanged;
import io.guanxi.contracts.directory.AbsenceState;
import io.guanxi.contracts.directory.CalendarChanged;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.contracts.directory.SettingChanged;
import io.guanxi.contracts.directory.StaffChanged;
import io.guanxi.contracts.directory.UnitChanged;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Projection;
import io.guanxi.kit.service.settings.SettingsTable.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps the book of a service that does not own it, from {@code guanxi.directory}. */
@ApplicationScoped
public class DirectoryProjection implements Projection {
    public static final String NAME = "directory";

    private static final String UNITS =
            """
            insert into book_unit (unit_id, name, parent_id, head_id)
            select "unitId", name, "parentId", "headId" from jsonb_to_recordset(?::jsonb)
                as x("unitId" text, name text, "parentId" text, "headId" text)
            on conflict (unit_id) do update set name = excluded.name,
                parent_id = excluded.parent_id, head_id = excluded.head_id""";
    private static final String STAFF =
            """
            insert into book_staff (staff_id, unit_id, supervisor_id, roles, track, book_type,
                grade, capacity, qualified_until, active)
            select "staffId", "unitId", "supervisorId", coalesce(roles, '{}'), track, "bookType",
                grade, capacity, "qualifiedUntil", active from jsonb_to_recordset(?::jsonb)
                as x("staffId" text, "unitId" text, "supervisorId" text, roles text[], track text,
                     "bookType" text, grade text, capacity int, "qualifiedUntil" date,
                     active boolean)
            on conflict (staff_id) do update set unit_id = excluded.unit_id,
                supervisor_id = excluded.supervisor_id, roles = excluded.roles,
                track = excluded.track, book_type = excluded.book_type, grade = excluded.grade,
                capacity = excluded.capacity, qualified_until = excluded.qualified_until,
                active = excluded.active""";
    private static final String COVERS =
            """
            insert into book_cover (absence_id, staff_id, cover_id, from_at, to_at, state)
            select "absenceId", "staffId", "coverId", "from", "to", state
                from jsonb_to_recordset(?::jsonb)
                as x("absenceId" uuid, "staffId" text, "coverId" text, "from" timestamptz,
                     "to" timestamptz, state text)
            on conflict (absence_id) do update set staff_id = excluded.staff_id,
                cover_id = excluded.cover_id, from_at = excluded.from_at, to_at = excluded.to_at,
                state = excluded.state""";
    private static final String STAFF_VERSION =
            """
            insert into book_staff_version (version) values (gen_random_uuid())
            on conflict (one) do update set version = excluded.version""";
    private static final String CLIENTS =
            """
            insert into book_client (client_id, rm_id, unit_id, since, history)
            select "clientId", "rmId", "unitId", since, history
                from jsonb_to_recordset(?::jsonb)
                as x("clientId" uuid, "rmId" text, "unitId" text, since timestamptz, history jsonb)
            on conflict (client_id) do update set rm_id = excluded.rm_id,
                unit_id = excluded.unit_id, since = excluded.since, history = excluded.history""";

    private static final String SETTINGS =
            """
            insert into setting (name, version, document, history)
            select name, version, document, history from jsonb_to_recordset(?::jsonb)
                as x(name text, version int, document jsonb, history jsonb)
            on conflict (name) do update set version = excluded.version,
                document = excluded.document, history = setting.history || excluded.history""";
    private static final String CALENDARS =
            """
            insert into calendar_year (id, calendar_id, year, days)
            select "calendarId" || ':' || year, "calendarId", year, days
                from jsonb_to_recordset(?::jsonb)
                as x("calendarId" text, year int, days jsonb)
            on conflict (id) do update set days = excluded.days""";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DIRECTORY);
    }

    @Override
    public Set<String> types() {
        return Set.of(
                Contract.ceType(UnitChanged.class),
                Contract.ceType(StaffChanged.class),
                Contract.ceType(ClientBookChanged.class),
                Contract.ceType(AbsenceChanged.class),
                Contract.ceType(SettingChanged.class),
                Contract.ceType(CalendarChanged.class));
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "book_unit",
                "book_staff",
                "book_cover",
                "book_staff_version",
                "book_client",
                "setting",
                "calendar_year");
    }

    @Override
    public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
        Map<String, UnitChanged> units = new LinkedHashMap<>();
        Map<String, StaffChanged> staff = new LinkedHashMap<>();
        Map<UUID, AbsenceChanged> absences = new LinkedHashMap<>();
        Map<UUID, List<ClientBookChanged>> moves = new LinkedHashMap<>();
        Map<String, SettingRow> settings = new LinkedHashMap<>();
        Map<String, CalendarChanged> calendars = new LinkedHashMap<>();
        for (InboundEvent event : events) {
            if (event.type().equals(Contract.ceType(UnitChanged.class))) {
                UnitChanged unit = event.as(UnitChanged.class);
                units.put(unit.unitId(), unit);
            } else if (event.type().equals(Contract.ceType(StaffChanged.class))) {
                StaffChanged member = event.as(StaffChanged.class);
                staff.put(member.staffId(), member);
            } else if (event.type().equals(Contract.ceType(AbsenceChanged.class))) {
                AbsenceChanged absence = event.as(AbsenceChanged.class);
                absences.put(absence.absenceId(), held(absence, event.occurredAt()));
            } else if (event.type().equals(Contract.ceType(ClientBookChanged.class))) {
                ClientBookChanged move = event.as(ClientBookChanged.class);
                moves.computeIfAbsent(move.clientId(), _ -> new ArrayList<>()).add(move);
            } else if (event.type().equals(Contract.ceType(SettingChanged.class))) {
                SettingChanged setting = event.as(SettingChanged.class);
                settings.merge(
                        setting.name(),
                        SettingRow.of(setting, event.occurredAt()),
                        SettingRow::then);
            } else if (event.type().equals(Contract.ceType(CalendarChanged.class))) {
                CalendarChanged calendar = event.as(CalendarChanged.class);
                calendars.put(calendar.calendarId() + ":" + calendar.year(), calendar);
            }
        }
        upsert(connection, UNITS, units.values());
        upsert(connection, STAFF, staff.values());
        upsert(connection, COVERS, absences.values());
        if (!staff.isEmpty() || !absences.isEmpty()) {
            renewStaffVersion(connection);
        }
        upsert(connection, SETTINGS, settings.values());
        upsert(connection, CALENDARS, calendars.values());
        upsert(connection, CLIENTS, moved(connection, moves).values());
    }

    /** In the same transaction: whoever sees the old one sees nothing new. */
    private static void renewStaffVersion(Connection connection) throws SQLException {
        try (PreparedStatement renew = connection.prepareStatement(STAFF_VERSION)) {
            renew.executeUpdate();
        }
    }

    /** What was cancelled ended then; earlier events still have the end that was planned. */
    private static AbsenceChanged held(AbsenceChanged absence, Instant at) {
        if (absence.state() != AbsenceState.CANCELLED || !absence.to().isAfter(at)) {
            return absence;
        }
        return new AbsenceChanged(
                absence.absenceId(),
                absence.staffId(),
                absence.coverId(),
                absence.from(),
                at.isAfter(absence.from()) ? at : absence.from(),
                absence.state());
    }

    private static Map<UUID, BookClient> moved(
            Connection connection, Map<UUID, List<ClientBookChanged>> moves) throws SQLException {
        Map<UUID, BookClient> book = before(connection, moves.keySet());
        moves.forEach(
                (client, all) ->
                        all.forEach(
                                move ->
                                        book.merge(
                                                client,
                                                first(move),
                                                (was, _) ->
                                                        was.movedTo(
                                                                move.rmId(),
                                                                move.unitId(),
                                                                move.since()))));
        return book;
    }

    /** A row of the table of settings, with the versions that are news. */
    record SettingRow(String name, int version, JsonNode document, List<Version> history) {

        static SettingRow of(SettingChanged change, Instant since) {
            Version version = new Version(change.version(), since, change.document());
            return new SettingRow(
                    change.name(), change.version(), change.document(), List.of(version));
        }

        SettingRow then(SettingRow later) {
            List<Version> both = Stream.concat(history.stream(), later.history.stream()).toList();
            return new SettingRow(name, later.version, later.document, both);
        }
    }

    private static BookClient first(ClientBookChanged move) {
        return BookClient.first(move.clientId(), move.rmId(), move.unitId(), move.since());
    }

    private static Map<UUID, BookClient> before(Connection connection, Set<UUID> clients)
            throws SQLException {
        Map<UUID, BookClient> book = new LinkedHashMap<>();
        if (clients.isEmpty()) {
            return book;
        }
        try (PreparedStatement select =
                connection.prepareStatement("select * from book_client where client_id = any(?)")) {
            select.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    BookClient client = BookTables.client(rows);
                    book.put(client.clientId(), client);
                }
            }
        }
        return book;
    }

    private static void upsert(Connection connection, String sql, Collection<?> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, new String(Json.bytes(rows), StandardCharsets.UTF_8));
            upsert.executeUpdate();
        }
    }
}
