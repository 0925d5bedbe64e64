package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everything that can be sent wrongly, to every operation the services document: the answer is a
 * problem with a code, 400 to 499, and never 500 or more.
 */
class BadInputIT {
    private static final int ELEVEN_MB = 11 << 20;
    private static final Set<Integer> EXACT = Set.of(401, 413, 415);
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final List<String> BAD_QUERIES =
            List.of(
                    "limit=x",
                    "limit=1.7",
                    "limit=0",
                    "limit=501",
                    "cursor=%00",
                    "cursor=zz",
                    "zz=1");
    private static final List<String> BAD_BODIES =
            List.of(
                    "{",
                    "",
                    "null",
                    "[]",
                    "5",
                    "\"text\"",
                    "{\"zzUnknown\":1}",
                    "{\"id\":{}}",
                    "{\"id\":\"\\u0000\"}",
                    "{\"name\":[1]}",
                    "[".repeat(20_000));

    private static Stack stack;
    private static SmallBank bank;
    private static List<ApiOperation> operations;

    /** Between them they hold every role, so that each operation is reached past its gate. */
    private static List<Http> callers;

    @BeforeAll
    static void open() {
        stack = RunningSuite.stack();
        bank = SmallBank.open(stack);
        operations =
                Arrays.stream(Service.values())
                        .flatMap(service -> ApiOperation.of(stack, service).stream())
                        .toList();
        callers =
                List.of(
                        stack.as("svc:bad", "system", "operations", "auditor", "admin"),
                        bank.head(),
                        bank.supervisor(),
                        bank.rm());
        assertThat(operations).hasSizeGreaterThan(20);
    }

    @Test
    void without_a_token_or_with_a_bad_one_nothing_is_answered() {
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            for (Http caller : List.of(new Http(), new Http("nonsense"), new Http(tampered()))) {
                check(wrong, operation, "no token", send(caller, operation, "", "{}"), 401);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String tampered() {
        String token = stack.token(SmallBank.RM, "rm");
        return token.substring(0, token.length() - 4) + "AAAA";
    }

    @Test
    void a_bad_query_is_told() {
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            for (String query : BAD_QUERIES) {
                if (operation.method().equals("GET") && !operation.endless()) {
                    for (Http caller : callers) {
                        check(
                                wrong,
                                operation,
                                "?" + query,
                                send(caller, operation, "?" + query, ""),
                                400);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_bad_body_is_told() {
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            if (operation.takesJson()) {
                for (String body : BAD_BODIES) {
                    for (Http caller : callers) {
                        check(
                                wrong,
                                operation,
                                body.substring(0, Math.min(30, body.length())),
                                send(caller, operation, "", body),
                                400);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_missing_field_is_never_a_failure_of_ours() {
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            if (operation.takesJson()) {
                for (Http caller : callers) {
                    Http.Answer answer = send(caller, operation, "", "{}");
                    if (answer.status() >= 500) {
                        wrong.add(operation + " {} -> " + answer.status() + " " + answer.text());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_unknown_id_or_none_at_all_is_not_found() {
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            if (operation.hasId() && operation.method().equals("GET") && !operation.endless()) {
                for (Http caller : callers) {
                    check(wrong, operation, "unknown id", send(caller, operation, "", ""), 404);
                    for (String id : List.of("no-uuid", "0", "%00", "..%2f", "x".repeat(300))) {
                        String path = operation.path().replaceAll("\\{[^}]+}", id);
                        check(
                                wrong,
                                operation,
                                path,
                                caller.get(stack.url(operation.service()) + path),
                                404);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_wrong_method_or_type_is_told() {
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            String url = stack.url(operation.service()) + operation.strange();
            for (String method : List.of("PUT", "PATCH", "DELETE", "POST")) {
                if (!operation.siblings().contains(method.toLowerCase(java.util.Locale.ROOT))) {
                    check(
                            wrong,
                            operation,
                            "as " + method,
                            callers.getFirst().send(method, url, Map.of()),
                            400);
                }
            }
            if (operation.takesJson()) {
                Http.Answer text =
                        pastTheGate(
                                caller ->
                                        caller.sendRaw(
                                                operation.method(),
                                                url,
                                                BodyPublishers.ofString("{}"),
                                                "text/plain"));
                check(wrong, operation, "text/plain", text, 415);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void too_large_a_body_or_line_is_told() {
        List<String> wrong = new ArrayList<>();
        byte[] large = new byte[ELEVEN_MB];
        Arrays.fill(large, (byte) ' ');
        for (ApiOperation operation : operations) {
            String type = operation.takesLines() ? NDJSON : operation.takesJson() ? JSON : null;
            if (type == null) {
                continue;
            }
            try {
                String url = stack.url(operation.service()) + operation.strange();
                Http.Answer answer =
                        pastTheGate(
                                caller ->
                                        caller.sendRaw(
                                                operation.method(),
                                                url,
                                                BodyPublishers.ofByteArray(large),
                                                type));
                check(wrong, operation, "11 MB", answer, 413);
            } catch (UncheckedIOException e) {
                wrong.add(operation + " 11 MB -> " + e.getMessage());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_stale_version_is_told() {
        UUID client = bank.client(SmallBank.RM);
        Http.Answer answer =
                bank.supervisor()
                        .send(
                                "PUT",
                                stack.url(Service.CLIENT)
                                        + "/clients/"
                                        + client
                                        + "/relationship-manager",
                                Map.of("rmId", SmallBank.COLLEAGUE, "reason", "stale"),
                                "If-Match",
                                "\"999\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(412);
        assertThat(answer.body().path("code").asText()).isEqualTo("version.stale");
    }

    @Test
    void a_colleagues_client_is_unknown_to_every_operation() {
        UUID client = bank.client(SmallBank.RM);
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            boolean aboutClients =
                    Stream.of("/clients/{", "/scores/{", "/coverage/{")
                            .anyMatch(operation.path()::startsWith);
            if (aboutClients && operation.method().equals("GET")) {
                String path = operation.path().replaceFirst("\\{[^}]+}", client.toString());
                Http.Answer answer = bank.colleague().get(stack.url(operation.service()) + path);
                check(wrong, operation, "a colleague's client", answer, 404);
            }
        }
        assertThat(wrong).isEmpty();
        Http.Answer visit =
                new VisitCalls(stack, SmallBank.COLLEAGUE).plan(UUID.randomUUID(), client);
        assertThat(visit.status()).isEqualTo(404);
        assertThat(visit.body().path("code").asText()).isEqualTo("client.unknown");
    }

    /** The answer to the first caller whose role lets it in. */
    private static Http.Answer pastTheGate(Function<Http, Http.Answer> call) {
        return callers.stream()
                .map(call)
                .filter(answer -> answer.status() != 403)
                .findFirst()
                .orElseThrow();
    }

    private static Http.Answer send(
            Http caller, ApiOperation operation, String query, String body) {
        String url = stack.url(operation.service()) + operation.strange() + query;
        String type = operation.takesLines() && !operation.takesJson() ? NDJSON : JSON;
        return operation.method().equals("GET")
                ? caller.get(url)
                : caller.sendRaw(operation.method(), url, BodyPublishers.ofString(body), type);
    }

    /**
     * Right is the expected status; or a gate before it (403, 404); or another 4xx. What counts is
     * that it is a problem with a code, and that nobody was let in.
     */
    private static void check(
            List<String> wrong,
            ApiOperation operation,
            String what,
            Http.Answer answer,
            int expected) {
        String type = String.valueOf(answer.header("Content-Type"));
        boolean told =
                type.startsWith("application/problem+json")
                        && !answer.body().path("code").asText("").isEmpty();
        boolean right =
                EXACT.contains(expected)
                        ? answer.status() == expected
                        : (answer.status() >= 400) && (answer.status() < 500);
        // A path that cannot be decoded is refused before any of our code sees it, without a body.
        boolean undecodable = answer.status() == 400 && what.contains("%00");
        if (!right || !(told || undecodable)) {
            wrong.add(
                    "%s, %s: %d %s %s"
                            .formatted(
                                    operation,
                                    what,
                                    answer.status(),
                                    type,
                                    answer.text()
                                            .substring(0, Math.min(120, answer.text().length()))));
        }
    }
}
