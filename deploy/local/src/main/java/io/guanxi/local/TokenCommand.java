package io.guanxi.local;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs a token with the stack's own key. */
@Command(
        name = "token",
        description = "Prints a bearer token, signed with this stack's own key.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Runnable {
    private static final Set<String> ROLES =
            Set.of("rm", "supervisor", "head", "operations", "system", "auditor", "admin");
    private static final Set<String> STAFF_ONLY = Set.of("rm", "supervisor", "head");

    @Option(
            names = "--role",
            required = true,
            split = ",",
            description = "rm, supervisor, head, operations, system, auditor, admin")
    private List<String> roles;

    @Option(
            names = "--staff",
            description = "the staff code, S-0001; needed for rm, supervisor, head")
    private String staff;

    @Option(names = "--hours", defaultValue = "12", description = "valid for so long (12)")
    private int hours;

    @Override
    public void run() {
        List<String> lower = roles.stream().map(role -> role.toLowerCase(Locale.ROOT)).toList();
        for (String role : lower) {
            if (!ROLES.contains(role)) {
                throw new Trouble("There is no role \"" + role + "\"; known are " + sorted() + ".");
            }
            if (staff == null && STAFF_ONLY.contains(role)) {
                throw new Trouble("The role " + role + " needs a staff code: --staff S-0001.");
            }
        }
        Home home = Home.fromEnvironment();
        if (!Files.exists(home.folder().resolve("secrets").resolve("jwks.json"))) {
            throw new Trouble("There is no stack yet that would accept a token; run ./guanxi up.");
        }
        String subject = staff != null ? staff : subjectOf(lower.getFirst());
        Terminal.standard().line(home.keys().token(subject, lower, Duration.ofHours(hours)));
    }

    /** Another system is a service account; operations, auditor and admin are not staff. */
    private static String subjectOf(String role) {
        return role.equals("system") ? "svc:local" : role;
    }

    private static String sorted() {
        return String.join(", ", ROLES.stream().sorted().toList());
    }
}
