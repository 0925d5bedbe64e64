package io.guanxi.visit.coverage;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.FieldChange;
import io.guanxi.kit.service.past.HistoryEntry;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Coverage as it was, judged by the rules and the day of then. */
@ApplicationScoped
class CoveragePast {
    private static final String UNKNOWN = "coverage.unknown";

    /** Rules that came into force at an instant hold at it. */
    private static final long JUST_AFTER_NANOS = 1_000;

    private final EventStore store;
    private final Rules rules;
    private final BusinessClock clock;

    CoveragePast(EventStore store, Rules rules, BusinessClock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** Why the client was due; 404 if nothing had been recorded of it by then. */
    Loaded<CoverageExplanation> explain(UUID clientId, Past past) {
        Loaded<Coverage> coverage = load(clientId, past);
        if (!past.isNow() && !coverage.exists()) {
            throw Problem.notFound(UNKNOWN);
        }
        return new Loaded<>(explanation(clientId, coverage, past), coverage.version());
    }

    Changes changes(UUID clientId, ChangesQuery query) {
        Object before = ifAny(clientId, query.before());
        Object after = ifAny(clientId, query.after());
        if (before == null && after == null) {
            throw Problem.notFound(UNKNOWN);
        }
        return new Changes(FieldChange.between(before, after));
    }

    Page<HistoryEntry> history(UUID clientId, Paging paging) {
        if (!load(clientId, Past.NOW).exists()) {
            throw Problem.notFound(UNKNOWN);
        }
        return HistoryEntry.page(
                store, CoverageStream.AGGREGATE, CoverageStream.of(clientId), paging);
    }

    private CoverageExplanation ifAny(UUID clientId, Past past) {
        Loaded<Coverage> coverage = load(clientId, past);
        return coverage.exists() ? explanation(clientId, coverage, past) : null;
    }

    private CoverageExplanation explanation(UUID clientId, Loaded<Coverage> coverage, Past past) {
        if (past.isNow()) {
            return CoverageExplanation.of(clientId, coverage.state(), rules.now(), clock.now());
        }
        Instant then = past.asOf() == null ? past.knownAt() : past.asOf();
        Reckoning reckoning = rules.now().before(then.plusNanos(JUST_AFTER_NANOS));
        return CoverageExplanation.of(clientId, coverage.state(), reckoning, then);
    }

    private Loaded<Coverage> load(UUID clientId, Past past) {
        return store.load(CoverageStream.AGGREGATE, CoverageStream.of(clientId), past);
    }
}
