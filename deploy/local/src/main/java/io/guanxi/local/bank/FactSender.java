package io.guanxi.local.bank;

import io.guanxi.contracts.Topics;
import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.local.Stack;
import io.guanxi.local.Trouble;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Facts over guanxi.activity, as core banking sends them. */
final class FactSender implements Sender<ActivityFact>, AutoCloseable {
    private static final int CONFIRM_EVERY = 5_000;

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Tally tally;

    FactSender(Stack stack, Tally tally) {
        this.tally = tally;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                stack.kafka().bootstrap(),
                                "acks",
                                "all",
                                "linger.ms",
                                20,
                                "batch.size",
                                131_072),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @Override
    public void send(Iterator<ActivityFact> lines, LongConsumer confirmed) {
        long sent = 0;
        while (lines.hasNext()) {
            ActivityFact fact = lines.next();
            Future<?> _ =
                    producer.send(
                            new ProducerRecord<>(
                                    Topics.ACTIVITY, fact.client().key(), Json.bytes(fact)),
                            (_, thrown) -> failure.compareAndSet(null, thrown));
            sent++;
            if (sent % CONFIRM_EVERY == 0 || !lines.hasNext()) {
                confirm(sent, confirmed);
            }
        }
        tally.add("SENT", sent);
    }

    private void confirm(long sent, LongConsumer confirmed) {
        producer.flush();
        if (failure.get() != null) {
            throw new Trouble(
                    "Kafka did not take a fact: " + failure.get().getMessage(), failure.get());
        }
        confirmed.accept(sent);
    }

    @Override
    public void close() {
        producer.close();
    }
}
