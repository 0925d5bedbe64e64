package io.guanxi.kit.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends a service thousands of requests that are wrong in one way or another, and some that are
 * right, and reports every answer that is not one: a 5xx (a full queue's 503 apart), a refusal
 * without a problem and its code or with a word of our insides, a status or a code that the
 * service's own document does not name, no answer at all. The same seed makes the same requests.
 */
public final class HostileRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SENDERS = 8;
    private static final int ANSWER_READ = 1 << 16;

    /** What a path with odd characters in it may not even reach. */
    private static final String ELSEWHERE = "path.unknown";

    /** What stands in stack traces and in the words of libraries, and in no refusal. */
    private static final List<String> INSIDES =
            List.of(
                    "Exception",
                    "\\tat ",
                    "io.guanxi.",
                    "io.quarkus",
                    "java.lang.",
                    "jakarta.",
                    "com.fasterxml",
                    "org.postgresql",
                    "org.hibernate");

    private final URI base;
    private final List<String> tokens;
    private final List<String> spared;

    /**
     * @param base where the service listens
     * @param tokens bearer tokens, one of which each request carries; empty text for none
     * @param spared starts of paths that are left alone, such as {@code /admin/clock}
     */
    public HostileRequests(URI base, List<String> tokens, List<String> spared) {
        this.base = base;
        this.tokens = List.copyOf(tokens);
        this.spared = List.copyOf(spared);
    }

    /** What was sent, and what came back wrongly. */
    public record Report(int sent, Map<Integer, Integer> statuses, List<String> failures) {
        public Report {
            statuses = new TreeMap<>(statuses);
            failures = List.copyOf(failures);
        }
    }

    /** Sends so many requests, in turn to every operation. */
    public Report send(int count, long seed) throws IOException, InterruptedException {
        try (HttpClient http =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            OpenApi api = new OpenApi(document(http));
            List<OpenApi.Operation> operations =
                    api.operations().stream()
                            .filter(o -> spared.stream().noneMatch(o.path()::startsWith))
                            .toList();
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Random random = new Random(seed * 1_000_003 + i);
                OpenApi.Operation operation = operations.get(i % operations.size());
                HostileRequest request = new Hostility(api, random).request(operation);
                String token = tokens.get(random.nextInt(tokens.size()));
                answers.add(senders.submit(() -> answer(http, operation, request, token)));
            }
            return report(answers);
        }
    }

    private JsonNode document(HttpClient http) throws IOException, InterruptedException {
        HttpRequest get =
                HttpRequest.newBuilder(base.resolve("/q/openapi?format=json")).GET().build();
        return JSON.readTree(http.send(get, HttpResponse.BodyHandlers.ofString()).body());
    }

    private Answer answer(
            HttpClient http, OpenApi.Operation operation, HostileRequest request, String token) {
        try {
            HttpRequest.Builder sent =
                    HttpRequest.newBuilder(URI.create(base + request.target())).timeout(PATIENCE);
            request.headers().forEach(sent::header);
            if (!token.isEmpty()) {
                sent.header("Authorization", "Bearer " + token);
            }
            sent.method(
                    request.method(),
                    request.body() == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofByteArray(request.body()));
            HttpResponse<InputStream> got =
                    http.send(sent.build(), HttpResponse.BodyHandlers.ofInputStream());
            return new Answer(request, got.statusCode(), failure(operation, request, got));
        } catch (IOException e) {
            return new Answer(request, 0, request + " was not answered: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(request, 0, request + " was interrupted");
        }
    }

    private static String failure(
            OpenApi.Operation operation, HostileRequest request, HttpResponse<InputStream> got)
            throws IOException {
        try (InputStream body = got.body()) {
            int status = got.statusCode();
            if (status < 400) {
                return operation.tells(status, null)
                        ? null
                        : request + " got " + status + ", which its document does not name";
            }
            String text = new String(body.readNBytes(ANSWER_READ), StandardCharsets.UTF_8);
            boolean busy = status == 503 && text.contains("\"busy\"");
            if (status >= 500 && !busy) {
                return request + " got " + status + ": " + text;
            }
            String type = got.headers().firstValue("Content-Type").orElse("nothing");
            if (!type.startsWith("application/problem+json") || !text.contains("\"code\"")) {
                return request + " got " + status + " as " + type + ": " + text;
            }
            String code = JSON.readTree(text).path("code").asText();
            if (!code.equals(ELSEWHERE) && !operation.tells(status, code)) {
                return operation.method()
                        + " "
                        + operation.path()
                        + " got "
                        + status
                        + " "
                        + code
                        + ", which its document does not name: "
                        + request;
            }
            return INSIDES.stream()
                    .filter(text::contains)
                    .findFirst()
                    .map(inside -> request + " was told of " + inside + ": " + text)
                    .orElse(null);
        }
    }

    private static Report report(List<Future<Answer>> answers) throws InterruptedException {
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (Future<Answer> each : answers) {
            try {
                Answer answer = each.get();
                statuses.merge(answer.status(), 1, Integer::sum);
                if (answer.failure() != null) {
                    failures.add(answer.failure());
                }
            } catch (ExecutionException e) {
                failures.add("A request could not be made: " + e.getCause());
            }
        }
        return new Report(answers.size(), statuses, failures);
    }

    private record Answer(HostileRequest request, int status, String failure) {}
}
