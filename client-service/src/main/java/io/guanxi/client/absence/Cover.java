package io.guanxi.client.absence;

/**
 * Who shall cover, as found when the command was made.
 *
 * @param serving active, in a role that serves clients, and qualified
 * @param near of the same unit, or the absentee's supervisor
 */
public record Cover(String staffId, boolean known, boolean serving, boolean near) {}
