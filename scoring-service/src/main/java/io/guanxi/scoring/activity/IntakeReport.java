package io.guanxi.scoring.activity;

import java.util.List;

/** What became of a body of facts, line by line. */
public record IntakeReport(
        int lines,
        int accepted,
        int duplicate,
        int unresolved,
        int rejected,
        boolean dryRun,
        List<FactResult> items) {

    public IntakeReport {
        items = List.copyOf(items);
    }

    static IntakeReport of(List<FactResult> items, boolean dry) {
        return new IntakeReport(
                items.size(),
                count(items, FactResult.Outcome.ACCEPTED),
                count(items, FactResult.Outcome.DUPLICATE),
                count(items, FactResult.Outcome.UNRESOLVED),
                count(items, FactResult.Outcome.REJECTED),
                dry,
                items);
    }

    private static int count(List<FactResult> items, FactResult.Outcome outcome) {
        return (int) items.stream().filter(item -> item.result() == outcome).count();
    }
}
