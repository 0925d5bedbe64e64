package io.guanxi.kit.service.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.testing.LocalPostgres;
import io.guanxi.kit.testing.TestStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SubjectKeysTest {
    private static final byte[] PLACE = "stream 1, version 1".getBytes(UTF_8);
    private static final byte[] CLEAR = "王小明".getBytes(UTF_8);
    private static final String FIRST = key(1);
    private static final String SECOND = key(2);
    private static PGSimpleDataSource database;

    @BeforeAll
    static void table() throws Exception {
        LocalPostgres.Database made = TestStack.postgres().database("subjectkeys");
        database = new PGSimpleDataSource();
        database.setUrl(made.url());
        database.setUser(made.owner());
        database.setPassword(made.ownerPassword());
        try (Connection connection =
                        DriverManager.getConnection(
                                made.url(), made.owner(), made.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table subject_key (subject uuid primary key, wrapped bytea,"
                            + " destroyed_at timestamptz, stored_at timestamptz default now())");
        }
    }

    @Test
    void what_was_encrypted_is_read_again_elsewhere() {
        UUID subject = UUID.randomUUID();
        byte[] secret = keys(FIRST).encrypt(subject, PLACE, CLEAR);
        assertThat(new String(secret, UTF_8)).doesNotContain("王小明");
        assertThat(keys(FIRST).decrypt(subject, PLACE, secret)).hasValue(CLEAR);
    }

    @Test
    void it_cannot_be_moved_to_another_place_or_subject() {
        SubjectKeys keys = keys(FIRST);
        UUID subject = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        byte[] secret = keys.encrypt(subject, PLACE, CLEAR);
        keys.encrypt(other, PLACE, CLEAR);
        assertThatThrownBy(() -> keys.decrypt(subject, "version 2".getBytes(UTF_8), secret))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.decrypt(other, PLACE, secret))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_destroyed_key_is_gone_and_never_made_again() {
        SubjectKeys keys = keys(FIRST);
        UUID subject = UUID.randomUUID();
        byte[] secret = keys.encrypt(subject, PLACE, CLEAR);
        keys.destroy(subject);
        assertThat(keys.decrypt(subject, PLACE, secret)).isEmpty();
        assertThat(keys(FIRST).decrypt(subject, PLACE, secret)).isEmpty();
        keys.prepare(List.of(subject));
        assertThatThrownBy(() -> keys(FIRST).encrypt(subject, PLACE, CLEAR))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_key_that_was_read_before_it_was_destroyed_is_not_kept_after_it() {
        UUID subject = UUID.randomUUID();
        byte[] secret = keys(FIRST).encrypt(subject, PLACE, CLEAR);
        AtomicReference<SubjectKeys> keys = new AtomicReference<>();
        keys.set(
                new SubjectKeys(
                        new SubjectKeyTable(database, masters(FIRST)) {
                            @Override
                            Map<UUID, Optional<SecretKey>> find(Collection<UUID> subjects) {
                                Map<UUID, Optional<SecretKey>> found = super.find(subjects);
                                keys.get().destroy(subject);
                                return found;
                            }
                        },
                        new Identifiers(masters(FIRST))));
        keys.get().decrypt(subject, PLACE, secret);
        assertThat(keys.get().decrypt(subject, PLACE, secret)).isEmpty();
    }

    @Test
    void a_key_that_another_instance_destroyed_is_forgotten_when_that_is_asked_for() {
        UUID subject = UUID.randomUUID();
        SubjectKeys here = keys(FIRST);
        byte[] secret = here.encrypt(subject, PLACE, CLEAR);
        keys(FIRST).destroy(subject);
        here.forgetDestroyed();
        assertThat(here.decrypt(subject, PLACE, secret)).isEmpty();
    }

    @Test
    void twins_agree_on_one_key() throws Exception {
        UUID subject = UUID.randomUUID();
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            Callable<byte[]> encrypt = () -> keys(FIRST).encrypt(subject, PLACE, CLEAR);
            for (Future<byte[]> secret :
                    pool.invokeAll(IntStream.range(0, 64).mapToObj(_ -> encrypt).toList())) {
                assertThat(keys(FIRST).decrypt(subject, PLACE, secret.get())).hasValue(CLEAR);
            }
        }
    }

    @Test
    void the_master_key_can_be_changed() {
        UUID subject = UUID.randomUUID();
        byte[] secret = keys(FIRST).encrypt(subject, PLACE, CLEAR);
        assertThat(keys(SECOND, FIRST).decrypt(subject, PLACE, secret)).hasValue(CLEAR);
        assertThat(keys(SECOND, FIRST).rewrap()).isPositive();
        assertThat(keys(SECOND).decrypt(subject, PLACE, secret)).hasValue(CLEAR);
        assertThatThrownBy(() -> keys(FIRST).decrypt(subject, PLACE, secret))
                .isInstanceOf(IllegalStateException.class);
        assertThat(keys(FIRST, SECOND).rewrap()).isPositive();
    }

    @Test
    void a_master_key_must_be_32_bytes() {
        assertThatThrownBy(() -> keys("c2hvcnQ=")).hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> keys("not base64!")).hasMessageNotContaining("not base64!");
    }

    @Test
    void fingerprints_are_stable_and_differ_by_scope() {
        Identifiers identifiers = new Identifiers(masters(FIRST));
        assertThat(identifiers.hmac("residentId", "110101199001010011"))
                .isEqualTo(
                        new Identifiers(masters(SECOND, FIRST))
                                .hmac("residentId", "110101199001010011"))
                .isNotEqualTo(identifiers.hmac("uscc", "110101199001010011"))
                .isNotEqualTo(
                        new Identifiers(masters(SECOND)).hmac("residentId", "110101199001010011"))
                .matches("[0-9a-f]{64}");
    }

    private static SubjectKeys keys(String... masters) {
        MasterKeys known = masters(masters);
        return new SubjectKeys(new SubjectKeyTable(database, known), new Identifiers(known));
    }

    private static MasterKeys masters(String... masters) {
        List<String> before = List.of(masters).subList(1, masters.length);
        return new MasterKeys(masters[0], Optional.of(before));
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
