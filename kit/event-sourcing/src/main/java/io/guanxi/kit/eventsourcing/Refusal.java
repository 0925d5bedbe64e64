package io.guanxi.kit.eventsourcing;

/**
 * Why a command is refused: the fact that stands in the way. An enum per aggregate implements it.
 */
public interface Refusal {

    /** The stable public code, for example {@code visit.already-closed}. */
    String code();

    /** One sentence for a person, without personal data. */
    String detail();
}
