package io.guanxi.local.bank;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.local.Service;
import io.guanxi.local.Stack;
import io.guanxi.local.Trouble;
import java.util.Iterator;
import java.util.function.LongConsumer;

/** All people in one bulk request. */
final class StaffSender implements Sender<StaffLine> {
    private final Bulk bulk;

    StaffSender(Stack stack) {
        this.bulk =
                new Bulk(stack.as("admin", "admin"), stack.url(Service.CLIENT) + "/staff/imports");
    }

    @Override
    public void send(Iterator<StaffLine> lines, LongConsumer confirmed) {
        bulk.send(
                lines,
                report -> {
                    if (report.path("refused").asInt() + report.path("invalid").asInt() > 0) {
                        throw new Trouble("People were not taken: " + firstRefusal(report));
                    }
                },
                confirmed);
    }

    private static JsonNode firstRefusal(JsonNode report) {
        for (JsonNode line : report.path("items")) {
            if (line.hasNonNull("code")) {
                return line;
            }
        }
        return report;
    }
}
