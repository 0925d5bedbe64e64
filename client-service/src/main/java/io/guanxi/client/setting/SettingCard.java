package io.guanxi.client.setting;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.service.approval.ApprovalCard;
import java.time.Instant;

/**
 * A setting as shown.
 *
 * @param version of the document in force
 * @param document null in lists
 * @param approval the change that waits for a second person; null: none does
 */
record SettingCard(String name, int version, JsonNode document, ApprovalCard approval) {

    /**
     * A version of a setting.
     *
     * @param at since when it was in force; null for the one built in
     * @param byId who allowed it; null for the one built in
     */
    record Version(int version, Instant at, String byId, JsonNode document) {}
}
