package io.guanxi.visit.intake;

import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may do what with whose visits. What is asked is judged by the book now, what is reported by
 * the book as of the visit's instant. News of a client may still be on its way, so a no is given
 * only after a moment; a foreign client takes the same moment.
 */
@ApplicationScoped
class Admission {
    private static final Duration STEP = Duration.ofMillis(20);

    private final Book book;
    private final Caller caller;
    private final Duration patience;

    Admission(
            Book book,
            Caller caller,
            @ConfigProperty(name = "guanxi.visit.patience") Duration patience) {
        this.book = book;
        this.caller = caller;
        this.patience = patience;
    }

    /** 404 unless the caller may see the client now. */
    void requireClient(UUID clientId) {
        if (!patiently(() -> book.readable(clientId))) {
            throw Problem.notFound("client.unknown");
        }
    }

    /** Without waiting. */
    boolean readable(UUID clientId) {
        return book.readable(clientId);
    }

    /** Who visits: the caller, or somebody the caller answers for. */
    String visitor(String asked) {
        if (asked == null && !caller.is(Role.SYSTEM)) {
            return caller.id();
        }
        if (asked == null) {
            throw Problem.badRequest(
                    "field.invalid",
                    "The body does not have the form this operation takes.",
                    new io.guanxi.kit.service.http.FieldError("/rmId", "must not be null"));
        }
        if (asked.equals(caller.id()) && caller.is(Role.RM, Role.SUPERVISOR, Role.HEAD)) {
            return asked;
        }
        requireAnswerableFor(asked);
        if (book.staff(asked).isEmpty()) {
            throw Problem.unprocessable("staff.unknown", "Nobody has this staff code.");
        }
        return asked;
    }

    private void requireAnswerableFor(String staffId) {
        BookScope scope = book.scope();
        if (!scope.all() && !scope.rmIds().contains(staffId)) {
            throw Problem.forbidden(
                    "visitor.not-yours", "You cannot make appointments for this person.");
        }
    }

    /** Whether the caller may report a visit, by the book as it stood when it took place. */
    boolean mayReport(UUID clientId, String rmId, Instant at, List<String> joint) {
        return book.mayRecord(clientId, rmId, at, joint);
    }

    /** Waits until the condition holds, a moment at most. */
    boolean patiently(BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return true;
    }
}
