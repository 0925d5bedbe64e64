package io.guanxi.contracts.alerts;

/** The ways an alert reaches a person or a system. */
public enum DeliveryChannel {
    FEED,
    WEBHOOK,
    EMAIL
}
