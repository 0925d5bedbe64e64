package io.guanxi.kit.service.reckoning;

import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.runtime.Backlog;
import io.guanxi.kit.service.runtime.DueWork;
import io.guanxi.kit.service.runtime.ServiceConfig;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.settings.SettingsChange;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.service.time.Calendars;
import io.guanxi.kit.service.time.CalendarsChange;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reckons everything afresh after a change of its rules: in chunks that follow one another by a row
 * of {@code reckoning}, so that a crash costs one chunk, and never faster than the relay.
 */
@ApplicationScoped
public class Reckonings implements DueWork {
    private static final Logger LOG = Logger.getLogger(Reckonings.class);
    private static final String NAME = "reckonings";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int CHUNK = 100;
    private static final long MOST_BEHIND = 1_000;

    private final Instance<Reckoned> kinds;
    private final ReckoningTable table;
    private final EventStore store;
    private final Settings settings;
    private final Calendars calendars;
    private final BusinessClock clock;
    private final Backlog backlog;
    private final Timers timers;
    private final String actor;
    private final Map<String, String> seen = new HashMap<>();

    Reckonings(
            @Any Instance<Reckoned> kinds,
            ReckoningTable table,
            EventStore store,
            Settings settings,
            Calendars calendars,
            BusinessClock clock,
            Backlog backlog,
            Timers timers,
            ServiceConfig config) {
        this.kinds = kinds;
        this.table = table;
        this.store = store;
        this.settings = settings;
        this.calendars = calendars;
        this.clock = clock;
        this.backlog = backlog;
        this.timers = timers;
        this.actor = "svc:" + config.service();
    }

    void start(@Observes StartupEvent started) {
        if (!kinds.isUnsatisfied()) {
            timers.every(NAME, PAUSE, this::run);
        }
    }

    void changed(@Observes SettingsChange change) {
        timers.poke(NAME);
    }

    void changed(@Observes CalendarsChange change) {
        timers.poke(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long due(Instant now) {
        return kinds.stream().filter(kind -> !table.stands(kind.name(), rules(kind))).count();
    }

    /**
     * Rules count from the second look on: until then a command may still be under way that took
     * the ones before, and another instance may not have heard of these.
     */
    private void run() {
        for (Reckoned kind : kinds) {
            String rules = rules(kind);
            if (rules.equals(seen.put(kind.name(), rules)) && !table.stands(kind.name(), rules)) {
                walk(kind, rules);
            }
        }
    }

    private void walk(Reckoned kind, String rules) {
        try {
            while (backlog.events() <= MOST_BEHIND
                    && table.advance(kind.name(), rules, (walk, from) -> step(kind, walk, from))) {
                LOG.debugf("Reckoning %s by %s", kind.name(), rules);
            }
        } catch (StoreException.LostRace | StoreException.Busy e) {
            LOG.infof("Reckoning %s gave way and will come again", kind.name());
        }
    }

    private String step(Reckoned kind, int walk, String from) {
        List<String> subjects = kind.subjects(from, CHUNK);
        if (subjects.isEmpty()) {
            LOG.infof("Reckoned %s by the rules now in force", kind.name());
            return null;
        }
        List<UUID> streams = subjects.stream().map(kind::stream).toList();
        store.execute(
                CommandContext.of(command(kind, walk, from), actor, clock.now()),
                streams.getFirst(),
                session -> {
                    session.preload(streams);
                    subjects.forEach(subject -> kind.reckon(subject, session));
                });
        return subjects.getLast();
    }

    /** The same chunk again is the same command. */
    private static UUID command(Reckoned kind, int walk, String from) {
        return Ids.of("reckoning", kind.name() + '/' + walk + '/' + from);
    }

    private String rules(Reckoned kind) {
        StringBuilder rules = new StringBuilder();
        new TreeSet<>(kind.settings())
                .forEach(name -> rules.append(name + " " + settings.version(name) + ", "));
        return kind.followsCalendars()
                ? rules.append("calendars ").append(calendars.fingerprint()).toString()
                : rules.toString();
    }
}
