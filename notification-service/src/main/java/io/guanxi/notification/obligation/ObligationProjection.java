package io.guanxi.notification.obligation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.obligations.ObligationChanged;
import io.guanxi.contracts.obligations.ObligationJudged;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Projection;
import io.guanxi.kit.service.runtime.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps the tables {@code obligation} and {@code obligation_result}. A moved due instant forgets
 * what was warned of and breached before, and marks the row for {@link ObligationWatch} to look at.
 */
@ApplicationScoped
public class ObligationProjection implements Projection {
    private static final String CHANGED = Contract.ceType(ObligationChanged.class);
    private static final String JUDGED = Contract.ceType(ObligationJudged.class);

    private static final String UPSERT =
            """
            insert into obligation as o (obligation_id, kind, key, client_id, owner_id, basis,
                opened_at, warn_at, due_at, clock, state, elapsed, met_at, learned_at,
                settings_version, changed_at, dirty)
            select x."obligationId", x.kind, x.key, x."clientId", x."ownerId", x.basis,
                x."openedAt", x."warnAt", x."dueAt", x.clock, x.state, x.elapsed, x."metAt",
                x."learnedAt", x."settingsVersion", x."changedAt", true
            from jsonb_to_recordset(?::jsonb) as x("obligationId" uuid, kind text, key text,
                "clientId" uuid, "ownerId" text, basis jsonb, "openedAt" timestamptz,
                "warnAt" timestamptz, "dueAt" timestamptz, clock text, state text, elapsed text,
                "metAt" timestamptz, "learnedAt" timestamptz, "settingsVersion" int,
                "changedAt" timestamptz)
            order by x."obligationId"
            on conflict (obligation_id) do update set
                kind = excluded.kind, key = excluded.key, client_id = excluded.client_id,
                owner_id = excluded.owner_id, basis = excluded.basis,
                opened_at = excluded.opened_at, warn_at = excluded.warn_at,
                due_at = excluded.due_at, clock = excluded.clock, state = excluded.state,
                elapsed = excluded.elapsed, met_at = excluded.met_at,
                learned_at = excluded.learned_at, settings_version = excluded.settings_version,
                changed_at = case when o.due_at = excluded.due_at and o.state = excluded.state
                    then o.changed_at else excluded.changed_at end,
                warned_for = case when o.due_at = excluded.due_at and o.state = excluded.state
                    then o.warned_for end,
                breached_for = case when o.due_at = excluded.due_at and o.state = excluded.state
                    then o.breached_for end,
                dirty = true
            """;
    private static final String RESULT =
            """
            insert into obligation_result (obligation_id, due_at, result, met_at, learned_at)
            select x."obligationId", x."dueAt", x.result, x."metAt", x."learnedAt"
            from jsonb_to_recordset(?::jsonb) as x("obligationId" uuid, "dueAt" timestamptz,
                result text, "metAt" timestamptz, "learnedAt" timestamptz)
            order by x."obligationId", x."dueAt"
            on conflict (obligation_id, due_at) do update set
                result = excluded.result, met_at = excluded.met_at,
                learned_at = excluded.learned_at
            """;

    private final Timers timers;

    ObligationProjection(Timers timers) {
        this.timers = timers;
    }

    @Override
    public String name() {
        return "obligations";
    }

    @Override
    public Set<String> topics() {
        return Set.copyOf(Topics.OBLIGATIONS);
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, JUDGED);
    }

    @Override
    public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
        Map<UUID, ObjectNode> changed = new LinkedHashMap<>();
        Map<List<Object>, ObligationJudged> judged = new LinkedHashMap<>();
        for (InboundEvent event : events) {
            if (event.type().equals(CHANGED)) {
                ObligationChanged obligation = event.as(ObligationChanged.class);
                changed.put(obligation.obligationId(), row(obligation, event));
            } else {
                ObligationJudged result = event.as(ObligationJudged.class);
                judged.put(List.of(result.obligationId(), result.dueAt()), result);
            }
        }
        write(connection, RESULT, judged.values());
        write(connection, UPSERT, changed.values());
        timers.poke(ObligationWatch.NAME);
    }

    private static void write(Connection connection, String sql, Collection<?> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, new String(Json.bytes(rows), StandardCharsets.UTF_8));
            statement.executeUpdate();
        }
    }

    private static ObjectNode row(ObligationChanged obligation, InboundEvent event) {
        ObjectNode row = Json.MAPPER.valueToTree(obligation);
        return row.put("changedAt", event.recordedAt().toString());
    }
}
