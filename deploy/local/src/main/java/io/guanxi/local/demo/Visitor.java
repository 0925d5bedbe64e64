package io.guanxi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.local.Service;
import io.guanxi.local.Stack;
import io.guanxi.local.Trouble;
import java.util.List;
import java.util.UUID;

/** A relationship manager with some of the own clients. */
record Visitor(String rmId, List<UUID> clients) {
    private static final int SOME = 24;
    private static final List<String> KNOWN = List.of("S-0001", "S-0002", "S-0003", "S-0005");

    /** The first that has clients. */
    static Visitor someone(Stack stack) {
        return KNOWN.stream()
                .map(rm -> of(stack, rm))
                .filter(visitor -> !visitor.clients().isEmpty())
                .findFirst()
                .orElseThrow(() -> new Trouble("No manager of this bank has a client."));
    }

    static Visitor of(Stack stack, String rmId) {
        List<JsonNode> own =
                Api.as(stack, rmId, "rm").all(Service.CLIENT, "/clients?rm=" + rmId, SOME);
        return new Visitor(
                rmId,
                own.stream().map(client -> UUID.fromString(client.path("id").asText())).toList());
    }
}
