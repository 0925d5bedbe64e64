package io.guanxi.client.client;

/**
 * Numbers given by the state or a registry, each held by one client only.
 *
 * @param uscc unified social credit code of an organisation (GB 32100)
 * @param lei legal entity identifier (ISO 17442)
 * @param residentId resident identity number of a person (GB 11643)
 */
public record IdentityNumbers(String uscc, String lei, String residentId) {}
