package io.guanxi.kit.eventsourcing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 in Kafka's binary mode: what a record says of itself in its headers. */
final class CloudEvents {
    /** One stored event has at most this many public ones. */
    static final int PER_POSITION = 10;

    private static final int SEQUENCE_DIGITS = 19;
    private static final String ZEROS = "0".repeat(SEQUENCE_DIGITS);

    private CloudEvents() {}

    static UUID id(UUID eventId, int index) {
        return Uuids.v5(eventId, Integer.toString(index));
    }

    static ProducerRecord<byte[], byte[]> write(
            String source, StoredEvent event, String traceparent, int index, PublicEvent out) {
        String key = event.key().toString();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        out.topic(), event.partition(), bytes(key), Json.bytes(out.data()));
        Headers headers = record.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id(event.eventId(), index).toString());
        add(headers, "ce_type", out.type());
        add(headers, "ce_source", source);
        add(headers, "ce_subject", key);
        add(headers, "ce_time", event.occurredAt().toString());
        add(headers, "ce_recordedat", event.recordedAt().toString());
        add(headers, "ce_sequence", sequence(event.position() * PER_POSITION + index));
        add(headers, "content-type", "application/json");
        if (traceparent != null) {
            add(headers, "traceparent", traceparent);
        }
        return record;
    }

    static InboundEvent read(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        String id = text(headers, "ce_id");
        return new InboundEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                id == null ? null : UUID.fromString(id),
                text(headers, "ce_type"),
                record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                sequence(record),
                instant(headers, "ce_time"),
                instant(headers, "ce_recordedat"),
                text(headers, "traceparent"),
                record.value());
    }

    /** The record's sequence; -1 where its topic has none. */
    static long sequence(ConsumerRecord<byte[], byte[]> record) {
        String sequence = text(record.headers(), "ce_sequence");
        return sequence == null ? -1 : Long.parseLong(sequence);
    }

    static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Instant instant(Headers headers, String name) {
        String text = text(headers, name);
        return text == null ? null : Instant.parse(text);
    }

    private static String sequence(long number) {
        String digits = Long.toString(number);
        return ZEROS.substring(digits.length()) + digits;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
