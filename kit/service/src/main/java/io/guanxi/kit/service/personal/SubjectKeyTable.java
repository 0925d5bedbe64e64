package io.guanxi.kit.service.personal;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The table of wrapped keys. A wrapped key is one byte of format, four that name the master key,
 * then the sealed key, bound to its subject.
 */
@ApplicationScoped
class SubjectKeyTable {
    private static final byte FORMAT = 1;
    private static final int LENGTH = 32;
    private static final int CHUNK = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final javax.sql.DataSource database;
    private final MasterKeys masters;

    SubjectKeyTable(@DataSource("write") javax.sql.DataSource database, MasterKeys masters) {
        this.database = database;
        this.masters = masters;
    }

    /** The subject's key; an empty inside when it was destroyed, empty when there never was one. */
    Optional<Optional<SecretKey>> find(UUID subject) {
        return Optional.ofNullable(find(List.of(subject)).get(subject));
    }

    /** The keys of those that have, or had, one. */
    Map<UUID, Optional<SecretKey>> find(Collection<UUID> subjects) {
        Map<UUID, Optional<SecretKey>> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select subject, wrapped from subject_key where subject = any(?)")) {
            select.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID subject = row.getObject(1, UUID.class);
                    found.put(
                            subject,
                            Optional.ofNullable(row.getBytes(2))
                                    .map(wrapped -> unwrap(subject, wrapped)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Keys of subjects cannot be read", e);
        }
        return found;
    }

    /** Makes the keys that are missing, durably; twins agree on the one that came first. */
    void create(Collection<UUID> subjects) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                insert into subject_key (subject, wrapped)
                                select * from unnest(?::uuid[], ?::bytea[])
                                on conflict do nothing""")) {
            UUID[] ordered = new TreeSet<>(subjects).toArray(UUID[]::new);
            for (int from = 0; from < ordered.length; from += CHUNK) {
                UUID[] chunk =
                        java.util.Arrays.copyOfRange(
                                ordered, from, Math.min(from + CHUNK, ordered.length));
                byte[][] wrapped = new byte[chunk.length][];
                for (int i = 0; i < chunk.length; i++) {
                    byte[] key = new byte[LENGTH];
                    RANDOM.nextBytes(key);
                    wrapped[i] = wrap(chunk[i], key);
                }
                insert.setArray(1, connection.createArrayOf("uuid", chunk));
                insert.setArray(2, connection.createArrayOf("bytea", wrapped));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A subject's key cannot be made", e);
        }
    }

    void destroy(UUID subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert =
                        connection.prepareStatement(
                                """
                                insert into subject_key (subject, wrapped, destroyed_at)
                                values (?, null, now())
                                on conflict (subject) do update set wrapped = null,
                                    destroyed_at = coalesce(subject_key.destroyed_at, now())""")) {
            upsert.setObject(1, subject);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A subject's key cannot be destroyed", e);
        }
    }

    /** Whose keys were destroyed lately, by the database's clock. */
    List<UUID> destroyedWithin(Duration time) {
        String sql =
                "select subject from subject_key"
                        + " where destroyed_at > now() - make_interval(secs => ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, time.toSeconds());
            try (ResultSet row = select.executeQuery()) {
                List<UUID> subjects = new ArrayList<>();
                while (row.next()) {
                    subjects.add(row.getObject(1, UUID.class));
                }
                return subjects;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The destroyed keys cannot be read", e);
        }
    }

    int rewrap() {
        int rewrapped = 0;
        try (Connection connection = database.getConnection()) {
            for (int chunk = rewrapChunk(connection); chunk > 0; chunk = rewrapChunk(connection)) {
                rewrapped += chunk;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Keys cannot be wrapped anew", e);
        }
        return rewrapped;
    }

    private int rewrapChunk(Connection connection) throws SQLException {
        byte[] current = prefix(masters.current()).array();
        int done = 0;
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "select subject, wrapped from subject_key where wrapped is not null"
                                        + " and substr(wrapped, 1, 5) <> ? limit "
                                        + CHUNK);
                PreparedStatement update =
                        connection.prepareStatement(
                                "update subject_key set wrapped = ?"
                                        + " where subject = ? and wrapped = ?")) {
            select.setBytes(1, current);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID subject = rows.getObject(1, UUID.class);
                    byte[] old = rows.getBytes(2);
                    update.setBytes(1, wrap(subject, unwrap(subject, old).getEncoded()));
                    update.setObject(2, subject);
                    update.setBytes(3, old);
                    update.executeUpdate();
                    done++;
                }
            }
        }
        return done;
    }

    private byte[] wrap(UUID subject, byte[] key) {
        MasterKeys.Master master = masters.current();
        byte[] sealed = Sealed.seal(master.key(), bytes(subject), key);
        return ByteBuffer.allocate(5 + sealed.length)
                .put(prefix(master).array())
                .put(sealed)
                .array();
    }

    private SecretKey unwrap(UUID subject, byte[] wrapped) {
        ByteBuffer buffer = ByteBuffer.wrap(wrapped);
        if (buffer.get() != FORMAT) {
            throw new IllegalStateException("A key is wrapped in an unknown format");
        }
        MasterKeys.Master master = masters.byId(buffer.getInt());
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return new SecretKeySpec(Sealed.open(master.key(), bytes(subject), sealed), "AES");
    }

    private static ByteBuffer prefix(MasterKeys.Master master) {
        return ByteBuffer.allocate(5).put(FORMAT).putInt(master.id());
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
