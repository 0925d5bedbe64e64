package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.Eventually;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who may do what, for every operation that the four services document: each role, each relation to
 * the client. A denial by role is 403; outside the book the answer is the one for an id that does
 * not exist, in status, body and headers; and each denial has a twin that is let in.
 */
class DenialTableIT {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final Set<String> OF_THE_MOMENT =
            Set.of("date", "traceparent", "etag", "x-request-id");

    private static Stack stack;
    private static TwoBranches bank;
    private final List<String> wrong = new ArrayList<>();
    private int denials;
    private int twins;

    @BeforeAll
    static void open() {
        stack = RunningSuite.stack();
        bank = TwoBranches.open(stack);
    }

    @Test
    void every_operation_has_an_expectation() {
        Set<String> documented =
                Arrays.stream(Service.values())
                        .flatMap(service -> ApiOperation.of(stack, service).stream())
                        .map(o -> o.service() + " " + o.method() + " " + o.path())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected =
                Expectation.all().stream()
                        .map(Expectation::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(expected).isEqualTo(documented);
    }

    @Test
    void each_is_denied_to_whom_it_should_be_and_to_nobody_else() {
        List<Expectation> all = Expectation.all();
        for (Expectation expectation : all) {
            boolean letIn = false;
            for (TwoBranches.Person person : bank.everybody()) {
                letIn |= check(expectation, person);
            }
            if (!letIn && !expectation.about().equals("shut")) {
                wrong.add(expectation.name() + " lets nobody in");
            }
        }
        System.out.printf(
                "Denial table: %d operations x %d callers = %d cells, %d denials, %d twins%n",
                all.size(), bank.everybody().size(), denials + twins, denials, twins);
        assertThat(wrong).isEmpty();
        assertThat(twins).isPositive();
    }

    /** Printed, never judged: a busy machine says nothing about the code. */
    @Test
    @Tag("long")
    void a_foreign_client_takes_as_long_as_none() {
        TwoBranches.Person outsider =
                bank.everybody().stream().filter(p -> p.name().equals("foreign")).findFirst().get();
        String client = bank.known("client");
        Map<String, String> reads =
                Map.of(
                        "client", stack.url(Service.CLIENT) + "/clients/",
                        "visit", stack.url(Service.VISIT) + "/coverage/",
                        "scoring", stack.url(Service.SCORING) + "/scores/",
                        "obligation", stack.url(Service.NOTIFICATION) + "/obligations/");
        reads.forEach(
                (what, url) -> {
                    String foreign = what.equals("obligation") ? bank.known(what) : client;
                    Medians medians = Medians.of(outsider.http(), url, foreign);
                    System.out.printf("404 of a foreign %s: %s%n", what, medians);
                });
    }

    /** Whether the person was let in, as expected. */
    private boolean check(Expectation expectation, TwoBranches.Person person) {
        if (!expectation.roles().contains(person.role())) {
            denied(expectation, person);
            return false;
        }
        if (expectation.about().equals("shut")) {
            return false;
        }
        if (expectation.isAboutSomething()) {
            return about(expectation, person);
        }
        return switch (expectation.about()) {
            case "list" -> listed(expectation, person, true);
            case "hidden" -> listed(expectation, person, false);
            default -> role(expectation, person);
        };
    }

    private void denied(Expectation expectation, TwoBranches.Person person) {
        denials++;
        String thing = expectation.isAboutSomething() ? bank.known(expectation.about()) : "S-9999";
        Http.Answer answer = send(expectation, person, thing);
        if (answer.status() != 403) {
            wrong(expectation, person, "should be 403", answer);
        }
    }

    private boolean about(Expectation expectation, TwoBranches.Person person) {
        String known = bank.known(expectation.about());
        String unknown = bank.unknown(expectation.about());
        Http.Answer nothing = send(expectation, person, unknown);
        Http.Answer answer = send(expectation, person, known);
        boolean same = face(answer, known).equals(face(nothing, unknown));
        if (nothing.status() != 404) {
            wrong(expectation, person, "an unknown id should be 404", nothing);
        }
        boolean people =
                Set.of("absence", "staff").contains(expectation.about())
                        && person.role().equals("admin");
        if (person.sees() || people) {
            twins++;
            if (same || answer.body().path("code").asText().equals("role.too-small")) {
                wrong(expectation, person, "should be let in", answer);
            }
            return !same;
        }
        denials++;
        if (!same) {
            wrong(
                    expectation,
                    person,
                    "differs from an unknown id: " + face(nothing, unknown),
                    answer);
        }
        return false;
    }

    private boolean listed(Expectation expectation, TwoBranches.Person person, boolean mustShow) {
        String client = bank.known("client");
        if (person.sees() && mustShow) {
            twins++;
            Eventually.within(
                    GENEROUS, () -> send(expectation, person, "").text().contains(client));
            return true;
        }
        Http.Answer answer = send(expectation, person, "");
        if (!person.sees()) {
            denials++;
            if (answer.text().contains(client)) {
                wrong(expectation, person, "should not show the client", answer);
            }
        } else {
            twins++;
        }
        return answer.status() != 403;
    }

    private boolean role(Expectation expectation, TwoBranches.Person person) {
        twins++;
        Http.Answer answer = send(expectation, person, "S-9999");
        if (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500) {
            wrong(expectation, person, "should pass the gate", answer);
            return false;
        }
        return true;
    }

    private static Http.Answer send(
            Expectation expectation, TwoBranches.Person person, String thing) {
        Instant from = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        String url =
                stack.url(expectation.service())
                        + expectation.pathOf(thing)
                        + expectation
                                .query()
                                .replace("$ID", thing)
                                .replace("$OWNER", TwoBranches.OWNER);
        String body =
                expectation
                        .body()
                        .replace("$ID", thing)
                        .replace("$OWNER", TwoBranches.OWNER)
                        .replace("$FROM", from.toString())
                        .replace("$TO", from.plusSeconds(3600).toString());
        return expectation.method().equals("GET")
                ? person.http().get(url)
                : person.http()
                        .sendRaw(
                                expectation.method(),
                                url,
                                BodyPublishers.ofString(body),
                                type(expectation));
    }

    private static String type(Expectation expectation) {
        String path = expectation.path();
        return path.endsWith("/imports") || path.equals("/activities")
                ? "application/x-ndjson"
                : "application/json";
    }

    /** What an outsider can tell answers apart by, time excepted. */
    private static String face(Http.Answer answer, String id) {
        TreeMap<String, Object> headers = new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeIf(name -> OF_THE_MOMENT.contains(name.toLowerCase(Locale.ROOT)));
        String body = answer.text().replace(id, "<id>");
        String trace = answer.body().path("traceId").asText("");
        return answer.status()
                + " "
                + headers
                + " "
                + (trace.isEmpty() ? body : body.replace(trace, "<trace>"));
    }

    private void wrong(
            Expectation expectation, TwoBranches.Person person, String what, Http.Answer answer) {
        wrong.add(
                "%s as %s (%s): %s, but %d %s"
                        .formatted(
                                expectation.name(),
                                person.role(),
                                person.name(),
                                what,
                                answer.status(),
                                answer.text()));
    }
}
