package io.guanxi.client.client;

/** A number of the client in another system of the bank; one number names one client. */
public record ExternalId(String system, String value) {}
