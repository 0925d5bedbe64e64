package io.guanxi.contracts.directory;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;

/**
 * A unit as it is now. Key: the unit's stream id.
 *
 * @param unitId code, for example {@code U-001}
 * @param parentId code of the unit above; absent for the head office
 * @param headId staff code of its head
 */
@EventType(name = "unit-changed", description = "An organisational unit as it is now.")
public record UnitChanged(
        String unitId, String name, @MayBeAbsent String parentId, @MayBeAbsent String headId) {}
