package io.guanxi.local.bank;

import io.guanxi.contracts.activity.ActivityFact;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bank that can be loaded: who works there, who its clients are, and what is known about them.
 * The streams are lazy and can be asked for again; they give the same lines in the same order every
 * time, so that an interrupted load goes on where it stopped.
 */
public interface Bank {
    /** Names this bank and its version; two banks with the same identity hold the same lines. */
    String identity();

    String title();

    /** Where the bank's days begin and end. */
    ZoneId zone();

    /** The moment at which the business clock is set before anything is loaded. */
    LocalDateTime opensAt();

    String currency();

    List<UnitLine> units();

    List<StaffLine> staff();

    /** Clients, all of one manager in a row. */
    Stream<ClientLine> clients();

    Stream<ActivityFact> facts();

    /** Visit records as phones kept them, all of one manager in a row. */
    Stream<VisitLine> visits();

    /** What the source holds and the bank does not load, with the reason. */
    List<LeftOut> leftOut();

    /** How many days the demo lets pass to show visits falling due; 0 where the data ends. */
    int daysToTell();

    /** A manager whose book holds exactly as many clients as it may. */
    Optional<String> fullBook();

    /** What was made up, in sentences to be shown to the reader. */
    List<String> madeUp();
}
