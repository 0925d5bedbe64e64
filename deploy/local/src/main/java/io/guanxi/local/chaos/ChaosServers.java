package io.guanxi.local.chaos;

import io.guanxi.kit.testing.LocalKafka;
import io.guanxi.kit.testing.LocalPostgres;
import io.guanxi.kit.testing.LocalProcess.Lifetime;
import java.nio.file.Path;

/** A PostgreSQL and a Kafka of its own, on free ports, to be stopped and killed at will. */
final class ChaosServers implements AutoCloseable {
    private final LocalPostgres postgres;
    private final LocalKafka kafka;

    private ChaosServers(LocalPostgres postgres, LocalKafka kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    static ChaosServers start(Path home) {
        ChaosServers servers =
                new ChaosServers(LocalPostgres.temporary(home), LocalKafka.temporary(home));
        servers.postgres.start(Lifetime.ATTACHED);
        servers.kafka.start(Lifetime.ATTACHED);
        return servers;
    }

    LocalPostgres postgres() {
        return postgres;
    }

    LocalKafka kafka() {
        return kafka;
    }

    /** {@code kill -9}, and up again. */
    void killPostgres() {
        postgres.process().kill();
        postgres.start(Lifetime.ATTACHED);
    }

    /** A fast shutdown, and up again. */
    void restartPostgres() {
        postgres.stop();
        postgres.start(Lifetime.ATTACHED);
    }

    /** {@code kill -9}, and up again. */
    void killKafka() {
        kafka.process().kill();
        kafka.start(Lifetime.ATTACHED);
    }

    @Override
    public void close() {
        kafka.process().kill();
        postgres.stop();
    }
}
