package io.guanxi.scoring.activity;

import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.scoring.sql.Batch;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Facts that were not taken, listed so that somebody can put them right. */
final class Rejections {
    private static final UUID NAMESPACE =
            Uuids.v5(
                    UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "urn:guanxi:rejected");
    private static final int KEPT_CHARACTERS = 4_096;
    private static final String KEEP =
            """
            insert into activity_rejected
                (rejection_id, source, id, code, detail, line, received_at)
            select rejected.*, ?
            from unnest(?, ?, ?, ?, ?, ?)
                as rejected (rejection_id, source, id, code, detail, line)
            order by rejection_id
            on conflict (rejection_id) do nothing
            """;

    private Rejections() {}

    /** A line that was rejected; source and id where they could be read. */
    record Rejected(String source, String id, Rejection why, String line) {

        /** The same line rejected again for the same reason is one entry. */
        UUID rejectionId() {
            return Uuids.v5(NAMESPACE, why.code() + "\n" + line);
        }

        static Rejected of(byte[] line, Rejection why) {
            return new Rejected(null, null, why, storable(line));
        }
    }

    static void keepChanged(Connection connection, List<IncomingFact> facts, Instant now)
            throws SQLException {
        keep(
                connection,
                facts.stream()
                        .map(
                                fact ->
                                        new Rejected(
                                                fact.key().source(),
                                                fact.key().id(),
                                                Rejection.changed(),
                                                storable(fact.line())))
                        .toList(),
                now);
    }

    static void keep(Connection connection, Collection<Rejected> rejected, Instant now)
            throws SQLException {
        if (rejected.isEmpty()) {
            return;
        }
        try (Batch<Rejected> batch = Batch.of(connection, KEEP, rejected)) {
            batch.with(now)
                    .ids(Rejected::rejectionId)
                    .texts(Rejected::source)
                    .texts(Rejected::id)
                    .texts(each -> each.why().code())
                    .texts(each -> each.why().detail())
                    .texts(Rejected::line)
                    .update();
        }
    }

    /** PostgreSQL stores no NUL, and a line may be up to a megabyte of nonsense. */
    private static String storable(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8).replace('\0', '\ufffd');
        return text.length() <= KEPT_CHARACTERS ? text : text.substring(0, KEPT_CHARACTERS);
    }
}
