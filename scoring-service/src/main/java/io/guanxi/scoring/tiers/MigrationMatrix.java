package io.guanxi.scoring.tiers;

import java.util.List;
import java.util.UUID;

/**
 * From the last published run's tiers to this one's: 6 × 6 cells, in the order NONE, A1 … C.
 *
 * @param currency of the revenue
 */
public record MigrationMatrix(UUID runId, String currency, List<Cell> cells) {

    public MigrationMatrix {
        cells = List.copyOf(cells);
    }

    /**
     * How many moved.
     *
     * @param revenue what they brought in the run's twelve months, a decimal string
     */
    public record Cell(String from, String to, long clients, String revenue) {}
}
