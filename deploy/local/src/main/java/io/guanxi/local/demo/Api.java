package io.guanxi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.local.Http;
import io.guanxi.local.Service;
import io.guanxi.local.Stack;
import io.guanxi.local.Trouble;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the public API in one caller's name. */
final class Api {
    private static final int PAGE = 500;

    private final Stack stack;
    private final Http caller;

    private Api(Stack stack, Http caller) {
        this.stack = stack;
        this.caller = caller;
    }

    static Api as(Stack stack, String subject, String role) {
        return new Api(stack, stack.as(subject, role));
    }

    JsonNode get(Service service, String path) {
        Http.Answer answer = caller.get(stack.url(service) + path);
        if (!answer.ok()) {
            throw refused("GET", service, path, answer);
        }
        return answer.body();
    }

    /** All items of a list, page by page, up to so many. */
    List<JsonNode> all(Service service, String path, int atMost) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String page = path + separator + "limit=" + Math.min(PAGE, atMost);
        String next = "";
        while (next != null && items.size() < atMost) {
            JsonNode body = get(service, page + next);
            body.path("items").forEach(items::add);
            String cursor = body.path("next").textValue();
            next =
                    cursor == null
                            ? null
                            : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return items;
    }

    JsonNode post(Service service, String path, Object body, String... headers) {
        Http.Answer answer = send("POST", service, path, body, headers);
        if (!answer.ok()) {
            throw refused("POST", service, path, answer);
        }
        return answer.body();
    }

    Http.Answer send(String method, Service service, String path, Object body, String... headers) {
        return caller.send(method, stack.url(service) + path, body, headers);
    }

    private static Trouble refused(
            String method, Service service, String path, Http.Answer answer) {
        return new Trouble(
                "%s answered %d to %s %s: %s"
                        .formatted(
                                service.moduleName(),
                                answer.status(),
                                method,
                                path,
                                answer.text()));
    }
}
