package io.guanxi.local.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Each acknowledged command is stored once, as it was meant and as it was answered; what was
 * refused, and nothing else, has left no trace.
 */
final class CommandCheck {
    private record Effect(UUID stream, int n) {}

    private final Map<UUID, Ledger.Entry> ledger;
    private final Stored stored;
    private final Findings findings;
    private final Map<UUID, List<Stored.Event>> events = new HashMap<>();

    CommandCheck(Map<UUID, Ledger.Entry> ledger, Stored stored, Findings findings) {
        this.ledger = ledger;
        this.stored = stored;
        this.findings = findings;
        stored.tallyEvents()
                .forEach(e -> events.computeIfAbsent(e.command(), _ -> new ArrayList<>()).add(e));
    }

    void run() {
        ledger.values().forEach(this::entry);
        stored.commands()
                .forEach(
                        (id, row) -> {
                            if (row.stream() != null && !ledger.containsKey(id)) {
                                findings.broken(
                                        "command %s was stored, nobody sent it".formatted(id));
                            }
                        });
        events.keySet().stream()
                .filter(id -> !ledger.containsKey(id))
                .forEach(id -> findings.broken("events of %s, which nobody sent".formatted(id)));
        labels();
        counts();
    }

    private void entry(Ledger.Entry entry) {
        UUID id = entry.intent().command();
        if (entry.surprise() != null) {
            findings.broken("command %s failed with %s".formatted(id, entry.surprise()));
        } else if (entry.open()) {
            findings.broken("command %s never got an answer".formatted(id));
        } else if (entry.refusal() != null) {
            if (stored.commands().containsKey(id) || events.containsKey(id)) {
                findings.broken(
                        "command %s was refused (%s), yet stored".formatted(id, entry.refusal()));
            }
        } else {
            acknowledged(entry);
        }
    }

    private void acknowledged(Ledger.Entry entry) {
        Intent intent = entry.intent();
        UUID id = intent.command();
        List<Stored.Event> own = events.getOrDefault(id, List.of());
        findings.equal(
                effects(intent),
                new HashSet<>(own.stream().map(e -> new Effect(e.stream(), e.n())).toList()),
                "events of acknowledged command " + id);
        findings.equal(intent.events(), own.size(), "number of events of command " + id);
        findings.equal(
                new Stored.Command(intent.tally(), entry.version()),
                stored.commands().getOrDefault(id, new Stored.Command(null, 0)),
                "row of acknowledged command " + id);
        own.stream()
                .filter(e -> e.stream().equals(intent.tally()) && e.version() != entry.version())
                .forEach(
                        e ->
                                findings.broken(
                                        "%s was answered version %d"
                                                .formatted(e, entry.version())));
    }

    private static Set<Effect> effects(Intent intent) {
        int n = intent.n();
        return switch (intent.kind()) {
            case ADD, CREATE, CLAIM -> Set.of(new Effect(intent.tally(), n));
            case TAKE -> Set.of(new Effect(intent.tally(), -n));
            case SHIFT -> Set.of(new Effect(intent.tally(), -n), new Effect(intent.other(), n));
        };
    }

    /** A label has the owner whose claim was acknowledged, and none that only a loser wanted. */
    private void labels() {
        Map<String, UUID> claimed = new HashMap<>();
        for (Ledger.Entry entry : ledger.values()) {
            Intent intent = entry.intent();
            if (entry.acknowledged() && intent.kind() == Intent.Kind.CLAIM) {
                UUID other = claimed.put(intent.label(), intent.tally());
                if (other != null && !other.equals(intent.tally())) {
                    findings.broken("label %s was given to two".formatted(intent.label()));
                }
            }
        }
        findings.equal(claimed, stored.labels(), "owners of labels");
    }

    private void counts() {
        findings.count(
                "commands acknowledged",
                ledger.values().stream().filter(Ledger.Entry::acknowledged).count());
        findings.count(
                "of them answered from an earlier time",
                ledger.values().stream().mapToLong(Ledger.Entry::replays).sum());
        findings.count(
                "commands refused",
                ledger.values().stream().filter(e -> e.refusal() != null).count());
        findings.count(
                "answers of a lost race, tried again",
                ledger.values().stream().mapToLong(Ledger.Entry::lostRaces).sum());
        findings.count(
                "answers of an unclear end, tried again",
                ledger.values().stream().mapToLong(Ledger.Entry::unknowns).sum());
        findings.count("events stored", stored.tallyEvents().size());
    }
}
