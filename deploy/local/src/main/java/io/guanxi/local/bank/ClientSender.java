package io.guanxi.local.bank;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.local.Service;
import io.guanxi.local.Stack;
import java.util.Iterator;
import java.util.function.LongConsumer;

/** Clients with their managers, in bulk. */
final class ClientSender implements Sender<ClientLine> {
    private final Bulk bulk;
    private final Tally tally;

    ClientSender(Stack stack, Tally tally) {
        this.bulk =
                new Bulk(
                        stack.as("svc:local", "system"),
                        stack.url(Service.CLIENT) + "/clients/imports");
        this.tally = tally;
    }

    @Override
    public void send(Iterator<ClientLine> lines, LongConsumer confirmed) {
        bulk.send(lines, this::count, confirmed);
    }

    private void count(JsonNode report) {
        tally.add("CREATED", report.path("created").asLong());
        tally.add("EXISTING", report.path("existing").asLong());
        for (JsonNode line : report.path("items")) {
            if (line.hasNonNull("code")) {
                tally.add(line.path("code").asText(), 1);
            }
        }
    }
}
