package io.guanxi.visit.coverage;

import io.guanxi.visit.Channel;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What the coverage of a client is told. All of it has happened, so nothing is ever refused; each
 * comes with the rules in force.
 */
public sealed interface CoverageCommand {

    UUID clientId();

    Reckoning reckoning();

    /** When we learned it. */
    Instant learnedAt();

    /**
     * The book changed.
     *
     * @param rmId null: nobody owns the client from now on
     */
    record NoteOwner(
            UUID clientId,
            String rmId,
            String unitId,
            Instant since,
            Reckoning reckoning,
            Instant learnedAt)
            implements CoverageCommand {}

    record NoteFlags(
            UUID clientId, Set<String> flags, Instant at, Reckoning reckoning, Instant learnedAt)
            implements CoverageCommand {}

    record NoteTier(UUID clientId, String tier, Instant at, Reckoning reckoning, Instant learnedAt)
            implements CoverageCommand {}

    record NoteStanding(
            UUID clientId, boolean active, Instant at, Reckoning reckoning, Instant learnedAt)
            implements CoverageCommand {}

    /**
     * A visit was logged, or its log or start corrected.
     *
     * @param at when it began, as the visit stands now
     */
    record NoteContact(
            UUID clientId,
            UUID visitId,
            Channel channel,
            Instant at,
            Reckoning reckoning,
            Instant learnedAt)
            implements CoverageCommand {}

    /** The setting changed. */
    record ReckonAfresh(UUID clientId, Reckoning reckoning, Instant learnedAt)
            implements CoverageCommand {}
}
