package io.guanxi.scoring.activity;

/**
 * What became of one line.
 *
 * @param line its number, from 1
 * @param id the fact's id, if it could be read
 * @param problem why it was rejected
 */
public record FactResult(int line, String id, Outcome result, Problem problem) {

    /** What became of a fact. */
    public enum Outcome {
        /** Taken, and it counts. */
        ACCEPTED,
        /** Known already with the same content. */
        DUPLICATE,
        /** It waits until its client is known. */
        UNRESOLVED,
        REJECTED
    }

    /**
     * Why a fact was rejected.
     *
     * @param pointer where in the line
     */
    public record Problem(String code, String detail, String pointer) {}
}
