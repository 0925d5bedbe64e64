package io.guanxi.kit.eventsourcing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the kit does with an event in memory: {@code ./guanxi bench --micro}. It lives in the kit's
 * package because these parts are nobody else's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class InMemoryBench {
    private static final String TEXT = "a line of what was seen and said there. ".repeat(14);
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int FOLDED = 100;

    /** Events of the kinds that services have. */
    public sealed interface Event {
        /** Nothing personal. */
        record Noted(String text, int number) implements Event {}

        /** The text is the subject's own. */
        record Told(@Personal String text, int number) implements Event {}
    }

    private final UUID stream = Uuids.v7();
    private final UUID subject = Uuids.v7();
    private final EventTypes<Event> types =
            EventTypes.of(Event.class)
                    .type("bench-noted", Event.Noted.class)
                    .type("bench-told", Event.Told.class)
                    .build();
    private final Aggregate<Event, Long, Event> kind = Aggregate.of("bench", new Sum(), types);
    private final EventCodec<Event> codec = new EventCodec<>(types, new AesGcm());
    private final Event noted = new Event.Noted(TEXT, 1);
    private final Event told = new Event.Told(TEXT, 1);
    private final EventCodec.Encoded plain = codec.encode(noted, subject, stream, 1);
    private final EventCodec.Encoded hidden = codec.encode(told, subject, stream, 1);
    private final List<Recorded<Event>> past = new ArrayList<>();
    private final StoredEvent stored =
            new StoredEvent(
                    1,
                    stream,
                    1,
                    stream,
                    3,
                    "bench-noted",
                    1,
                    Uuids.v7(),
                    Uuids.v7(),
                    NOW,
                    NOW,
                    plain.data(),
                    null,
                    null);
    private final PublicEvent outgoing =
            new PublicEvent("guanxi.bench", "io.guanxi.bench-noted.v1", noted);

    /** Prepares what is folded. */
    public InMemoryBench() {
        for (int version = 1; version <= FOLDED; version++) {
            past.add(
                    new Recorded<>(
                            version,
                            stream,
                            version,
                            stream,
                            stream,
                            stream,
                            NOW,
                            NOW,
                            "S-0001",
                            null,
                            "bench-noted",
                            noted));
        }
    }

    @Benchmark
    public Object encodePlain() {
        return codec.encode(noted, subject, stream, 1);
    }

    @Benchmark
    public Object encodePersonal() {
        return codec.encode(told, subject, stream, 1);
    }

    @Benchmark
    public Object decodePlain() {
        return codec.decode("bench-noted", 1, plain.data(), null, stream, 1);
    }

    @Benchmark
    public Object decodePersonal() {
        return codec.decode("bench-told", 1, hidden.data(), hidden.pii(), stream, 1);
    }

    @Benchmark
    public Object foldHundred() {
        return OpenStream.fold(kind, stream, past);
    }

    @Benchmark
    public ProducerRecord<byte[], byte[]> toRecord() {
        return CloudEvents.write("/guanxi/bench", stored, null, 0, outgoing);
    }

    @Benchmark
    public int partition() {
        return Partitions.of(stream);
    }

    /** The smallest decider there is. */
    private static final class Sum implements Decider<Event, Long, Event> {
        @Override
        public Long initialState() {
            return 0L;
        }

        @Override
        public Decision<Event> decide(Event command, Long state) {
            return Decision.accept(command);
        }

        @Override
        public Long evolve(Long state, Event event) {
            return state
                    + switch (event) {
                        case Event.Noted(_, int number) -> number;
                        case Event.Told(_, int number) -> number;
                    };
        }
    }

    /** AES-256 in GCM with a fresh nonce for each value, as services hide personal data. */
    private static final class AesGcm implements PersonalCipher {
        private static final int NONCE = 12;
        private static final int TAG_BITS = 128;
        private static final int KEY_BITS = 256;

        private final SecretKey key;
        private long count;

        AesGcm() {
            try {
                KeyGenerator generator = KeyGenerator.getInstance("AES");
                generator.init(KEY_BITS);
                key = generator.generateKey();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public byte[] encrypt(UUID subject, byte[] place, byte[] clear) {
            byte[] nonce = ByteBuffer.allocate(NONCE).putLong(++count).array();
            byte[] secret = run(Cipher.ENCRYPT_MODE, nonce, place, clear);
            return ByteBuffer.allocate(NONCE + secret.length).put(nonce).put(secret).array();
        }

        @Override
        public Optional<byte[]> decrypt(UUID subject, byte[] place, byte[] box) {
            ByteBuffer buffer = ByteBuffer.wrap(box);
            byte[] nonce = new byte[NONCE];
            byte[] secret = new byte[box.length - NONCE];
            buffer.get(nonce).get(secret);
            return Optional.of(run(Cipher.DECRYPT_MODE, nonce, place, secret));
        }

        private byte[] run(int mode, byte[] nonce, byte[] place, byte[] bytes) {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
                cipher.updateAAD(place);
                return cipher.doFinal(bytes);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
