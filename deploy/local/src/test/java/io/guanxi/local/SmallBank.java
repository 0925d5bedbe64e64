package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One branch with a supervisor and two relationship managers, and as many clients as a test needs.
 */
final class SmallBank {
    static final String UNIT = "U-901";
    static final String HEAD = "S-9000";
    static final String SUPERVISOR = "S-9001";
    static final String RM = "S-9002";
    static final String COLLEAGUE = "S-9003";
    static final Duration GENEROUS = Duration.ofSeconds(60);

    private static boolean open;

    private final Stack stack;

    private SmallBank(Stack stack) {
        this.stack = stack;
    }

    /** The branch, with its people known to every service. */
    static synchronized SmallBank open(Stack stack) {
        SmallBank bank = new SmallBank(stack);
        if (!open) {
            bank.open();
            open = true;
        }
        return bank;
    }

    private void open() {
        Http admin = stack.as("admin", "admin");
        String clients = stack.url(Service.CLIENT);
        created(admin.send("POST", clients + "/units", Map.of("id", UNIT, "name", "Branch")));
        staff(admin, HEAD, "head", null);
        staff(admin, SUPERVISOR, "supervisor", null);
        staff(admin, RM, "rm", SUPERVISOR);
        staff(admin, COLLEAGUE, "rm", SUPERVISOR);
    }

    private void staff(Http admin, String id, String role, String supervisor) {
        Map<String, Object> body =
                new java.util.TreeMap<>(
                        Map.of(
                                "id",
                                id,
                                "staffNo",
                                id,
                                "name",
                                "Person " + id,
                                "unitId",
                                UNIT,
                                "roles",
                                List.of(role),
                                "track",
                                "MARKET",
                                "bookType",
                                "PERSONAL"));
        if (supervisor != null) {
            body.put("supervisorId", supervisor);
        }
        created(admin.send("POST", stack.url(Service.CLIENT) + "/staff", body));
    }

    Http rm() {
        return stack.as(RM, "rm");
    }

    Http colleague() {
        return stack.as(COLLEAGUE, "rm");
    }

    Http supervisor() {
        return stack.as(SUPERVISOR, "supervisor");
    }

    Http head() {
        return stack.as(HEAD, "head");
    }

    Http system() {
        return stack.as("svc:core", "system");
    }

    /** A client of the manager, known to every service. */
    UUID client(String rm) {
        UUID id = UUID.randomUUID();
        created(register(id));
        assigned(id, rm);
        return id;
    }

    Http.Answer register(UUID id) {
        return system().send(
                        "POST",
                        stack.url(Service.CLIENT) + "/clients",
                        Map.of(
                                "id",
                                id,
                                "kind",
                                "ORGANIZATION",
                                "name",
                                "Client " + id,
                                "unitId",
                                UNIT));
    }

    private void assigned(UUID id, String rm) {
        Http.Answer answer =
                supervisor()
                        .send(
                                "PUT",
                                stack.url(Service.CLIENT)
                                        + "/clients/"
                                        + id
                                        + "/relationship-manager",
                                Map.of("rmId", rm, "reason", "first assignment"));
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        Http owner = stack.as(rm, "rm");
        Eventually.within(
                GENEROUS,
                () -> owner.get(stack.url(Service.CLIENT) + "/clients/" + id).status() == 200);
    }

    static Http.Answer created(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
