package io.guanxi.kit.service.runtime;

import java.time.Instant;

/** Work that timers still owe: counted by {@code GET /admin/clock}, so that a demo can wait. */
public interface DueWork {

    String name();

    /** How much is due by now and not yet acted on. */
    long due(Instant now);
}
