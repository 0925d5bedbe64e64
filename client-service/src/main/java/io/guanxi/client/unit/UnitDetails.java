package io.guanxi.client.unit;

/**
 * All that is known of a unit.
 *
 * @param parentId the unit above; null for the head office
 * @param headId the staff code of its head; it may name somebody who joins later
 */
public record UnitDetails(String unitId, String name, String parentId, String headId) {}
