package io.guanxi.kit.eventsourcing;

/**
 * What others may read of a stored event.
 *
 * @param topic where it goes
 * @param type the CloudEvents type
 * @param data a contract record, serialised by {@link Json}; never personal data
 */
public record PublicEvent(String topic, String type, Object data) {}
