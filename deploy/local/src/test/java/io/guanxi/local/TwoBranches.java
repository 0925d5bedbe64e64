package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Ids;
import io.guanxi.kit.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A head office with two branches, and one client in the first: with its manager, who covers, who
 * is above, and everybody who should see nothing of it.
 */
final class TwoBranches {
    static final String OWNER = "S-9111";
    private static final String HEAD_OFFICE = "U-9100";
    private static final String EAST = "U-9101";
    private static final String WEST = "U-9102";
    private static final String COVER = "S-9112";
    private static final String COLLEAGUE = "S-9113";
    private static final String EAST_SUPERVISOR = "S-9114";
    private static final String HEAD = "S-9115";
    private static final String FOREIGN = "S-9116";
    private static final String WEST_SUPERVISOR = "S-9117";
    private static final String SUCCESSOR = "S-9118";
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    /**
     * Somebody who calls.
     *
     * @param sees whether the client, and what belongs to it, is in this caller's sight
     */
    record Person(String name, String role, boolean sees, Http http) {}

    private final Stack stack;
    private final Map<String, String> things = new TreeMap<>();
    private final List<Person> people = new ArrayList<>();

    private TwoBranches(Stack stack) {
        this.stack = stack;
    }

    static TwoBranches open(Stack stack) {
        TwoBranches bank = new TwoBranches(stack);
        bank.people();
        bank.things();
        return bank;
    }

    List<Person> everybody() {
        return people;
    }

    /** The id of the thing that an operation is about. */
    String known(String about) {
        return things.get(about.equals("body") ? "client" : about);
    }

    /** An id of the same form that nothing has. */
    String unknown(String about) {
        String known = known(about);
        return switch (about) {
            case "staff" -> "S-9999";
            case "unit" -> "U-9999";
            default -> {
                assertThat(known).as(about).isNotNull();
                yield UUID.randomUUID().toString();
            }
        };
    }

    private void people() {
        Http admin = stack.as("admin", "admin");
        unit(admin, HEAD_OFFICE, null, HEAD);
        unit(admin, EAST, HEAD_OFFICE, EAST_SUPERVISOR);
        unit(admin, WEST, HEAD_OFFICE, WEST_SUPERVISOR);
        staff(admin, HEAD, HEAD_OFFICE, "head", null);
        staff(admin, EAST_SUPERVISOR, EAST, "supervisor", HEAD);
        staff(admin, WEST_SUPERVISOR, WEST, "supervisor", HEAD);
        for (String rm : List.of(OWNER, COVER, COLLEAGUE, SUCCESSOR)) {
            staff(admin, rm, EAST, "rm", EAST_SUPERVISOR);
        }
        staff(admin, FOREIGN, WEST, "rm", WEST_SUPERVISOR);
        person("own", OWNER, "rm", true);
        person("covered", COVER, "rm", true);
        person("unit's", EAST_SUPERVISOR, "supervisor", true);
        person("unit's, above", HEAD, "head", true);
        person("foreign, same unit", COLLEAGUE, "rm", false);
        person("foreign", FOREIGN, "rm", false);
        person("foreign unit's", WEST_SUPERVISOR, "supervisor", false);
        person("any", "svc:core", "system", true);
        person("any", "auditor", "auditor", true);
        person("codes", "operations", "operations", true);
        person("none", "admin", "admin", false);
    }

    private void person(String name, String id, String role, boolean sees) {
        people.add(new Person(name, role, sees, stack.as(id, role)));
    }

    private void things() {
        UUID client = UUID.randomUUID();
        String clients = stack.url(Service.CLIENT);
        Http system = stack.as("svc:core", "system");
        Http supervisor = stack.as(EAST_SUPERVISOR, "supervisor");
        SmallBank.created(
                system.send(
                        "POST",
                        clients + "/clients",
                        Map.of(
                                "id",
                                client,
                                "kind",
                                "ORGANIZATION",
                                "name",
                                "Client " + client,
                                "unitId",
                                EAST)));
        ok(
                supervisor.send(
                        "PUT",
                        clients + "/clients/" + client + "/relationship-manager",
                        Map.of("rmId", OWNER)));
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Http.Answer absence =
                SmallBank.created(
                        supervisor.send(
                                "POST",
                                clients + "/absences",
                                Map.of(
                                        "staffId",
                                        OWNER,
                                        "from",
                                        now.minusSeconds(3600),
                                        "to",
                                        now.plusSeconds(86_400),
                                        "reason",
                                        "LEAVE",
                                        "coverId",
                                        COVER)));
        Http.Answer handover =
                ok(
                        supervisor.send(
                                "POST",
                                clients + "/handovers",
                                Map.of("from", OWNER, "to", SUCCESSOR, "all", true)));
        things.put("client", client.toString());
        things.put("staff", OWNER);
        things.put("unit", EAST);
        things.put("absence", absence.body().path("id").asText());
        things.put("handover", handover.body().path("id").asText());
        heard(client);
        Http.Answer visit =
                SmallBank.created(new VisitCalls(stack, OWNER).plan(UUID.randomUUID(), client));
        things.put("visit", visit.body().path("id").asText());
        String obligation = Ids.obligation("visit-service", "visit", client + "/VI-06").toString();
        Http operations = stack.as("operations", "operations");
        Eventually.within(
                GENEROUS,
                () ->
                        operations
                                        .get(
                                                stack.url(Service.NOTIFICATION)
                                                        + "/obligations/"
                                                        + obligation)
                                        .status()
                                == 200);
        things.put("obligation", obligation);
    }

    /** Every service has heard of the client, its manager and the cover. */
    private void heard(UUID client) {
        for (String rm : List.of(OWNER, COVER)) {
            Http http = stack.as(rm, "rm");
            for (String path :
                    List.of(
                            stack.url(Service.VISIT) + "/coverage/" + client,
                            stack.url(Service.SCORING) + "/scores/" + client + "/history")) {
                Eventually.within(GENEROUS, () -> http.get(path).status() == 200);
            }
        }
    }

    private static void unit(Http admin, String id, String parent, String head) {
        Map<String, Object> body = new TreeMap<>(Map.of("id", id, "name", "Unit " + id));
        body.put("headId", head);
        if (parent != null) {
            body.put("parentId", parent);
        }
        SmallBank.created(
                admin.send("POST", RunningSuite.stack().url(Service.CLIENT) + "/units", body));
    }

    private static void staff(Http admin, String id, String unit, String role, String supervisor) {
        Map<String, Object> body =
                new TreeMap<>(
                        Map.of(
                                "id",
                                id,
                                "name",
                                "Person " + id,
                                "unitId",
                                unit,
                                "roles",
                                List.of(role)));
        if (supervisor != null) {
            body.put("supervisorId", supervisor);
        }
        SmallBank.created(
                admin.send("POST", RunningSuite.stack().url(Service.CLIENT) + "/staff", body));
    }

    private static Http.Answer ok(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }
}
