package io.guanxi.local.bank;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.local.Http;
import io.guanxi.local.Trouble;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** NDJSON requests of some hundred lines, each answered with a report. */
final class Bulk {
    private static final int LINES = 500;

    private final Http caller;
    private final String url;

    Bulk(Http caller, String url) {
        this.caller = caller;
        this.url = url;
    }

    void send(Iterator<?> lines, Consumer<JsonNode> report, LongConsumer confirmed) {
        long sent = 0;
        while (lines.hasNext()) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            int count = 0;
            while (lines.hasNext() && count < LINES) {
                body.writeBytes(Json.bytes(lines.next()));
                body.write('\n');
                count++;
            }
            Http.Answer answer =
                    caller.sendRaw(
                            "POST",
                            url,
                            BodyPublishers.ofByteArray(body.toByteArray()),
                            "application/x-ndjson");
            if (!answer.ok()) {
                throw new Trouble(url + " answered " + answer.status() + ": " + answer.text());
            }
            report.accept(answer.body());
            sent += count;
            confirmed.accept(sent);
        }
    }
}
