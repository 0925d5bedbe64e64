package io.guanxi.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guanxi.kit.eventsourcing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A caller of the services' public API. */
public final class Http {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final String[] NO_HEADERS = {};
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    private final String token;

    /** Without a token: health alone. */
    public Http() {
        this(null);
    }

    public Http(String token) {
        this.token = token;
    }

    /** An answer; {@code body} is a missing node where it is no JSON. */
    public record Answer(int status, JsonNode body, String text, HttpResponse<String> response) {
        public boolean ok() {
            return status >= 200 && status < 300;
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    public Answer get(String url) {
        return sendRaw("GET", url, BodyPublishers.noBody(), null, NO_HEADERS);
    }

    /** Sends JSON; further arguments are header names and values. */
    public Answer send(String method, String url, Object body, String... headers) {
        return sendRaw(
                method,
                url,
                BodyPublishers.ofByteArray(Json.bytes(body)),
                "application/json",
                headers);
    }

    /** Sends any body. */
    public Answer sendRaw(
            String method, String url, BodyPublisher body, String contentType, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER).method(method, body);
        List<String> all = new ArrayList<>(List.of(headers));
        if (token != null) {
            all.addAll(List.of("Authorization", "Bearer " + token));
        }
        if (contentType != null) {
            all.addAll(List.of("Content-Type", contentType));
        }
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        try {
            return answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + url, e);
        }
    }

    /** Whether a GET is answered with success. */
    public boolean answers(String url) {
        try {
            return get(url).ok();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), json(response.body()), response.body(), response);
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : Json.MAPPER.readTree(text);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
