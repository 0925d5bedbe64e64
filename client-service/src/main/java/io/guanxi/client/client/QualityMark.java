package io.guanxi.client.client;

import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * TI-09: a C client marked {@code QUALITY_C} has a manager of its own, so the mark is a
 * supervisor's to set and to take away; a system brings what others judged.
 */
@ApplicationScoped
public class QualityMark {
    private final Caller caller;

    QualityMark(Caller caller) {
        this.caller = caller;
    }

    /**
     * Insists that the caller may change the flags from these to those.
     *
     * @param after null: none
     * @throws Problem 403 {@code flag.needs-supervisor}
     */
    public void require(List<Flag> before, List<Flag> after) {
        boolean marked = after != null && after.contains(Flag.QUALITY_C);
        if (marked != before.contains(Flag.QUALITY_C)
                && !caller.is(Role.SUPERVISOR, Role.HEAD, Role.SYSTEM)) {
            throw Problem.forbidden(
                    "flag.needs-supervisor", "Only a supervisor marks a client QUALITY_C.");
        }
    }
}
