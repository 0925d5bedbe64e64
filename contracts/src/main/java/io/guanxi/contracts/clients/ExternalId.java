package io.guanxi.contracts.clients;

/**
 * The client's number in another system of the bank.
 *
 * @param system code of that system, for example {@code core}
 */
public record ExternalId(String system, String value) {}
