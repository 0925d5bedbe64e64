package io.guanxi.local;

import io.guanxi.kit.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A listener on the live feed of alerts, from its beginning. */
final class LiveFeed implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Stream<String> feed;

    private LiveFeed(HttpRequest request) {
        try {
            feed = client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    static LiveFeed of(Stack stack, String subject, String role) {
        return new LiveFeed(
                HttpRequest.newBuilder(
                                URI.create(stack.url(Service.NOTIFICATION) + "/alerts/stream"))
                        .header("Authorization", "Bearer " + stack.token(subject, role))
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", "0")
                        .build());
    }

    private void listen() {
        try {
            feed.forEach(lines::add);
        } catch (UncheckedIOException e) {
            lines.add(": closed " + e.getMessage());
        }
    }

    /** Whether an event of this type about this alert comes. */
    boolean await(Duration generous, String type, String alert) {
        return Eventually.holds(generous, () -> seen(type, alert));
    }

    private boolean seen(String type, String alert) {
        String event = "";
        for (String line : lines) {
            if (line.startsWith("event:")) {
                event = line;
            }
            if (line.startsWith("data:") && event.contains(type) && line.contains(alert)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        client.shutdownNow();
        feed.close();
    }
}
