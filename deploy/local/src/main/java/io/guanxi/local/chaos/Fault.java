package io.guanxi.local.chaos;

import java.sql.SQLException;
import java.util.Locale;

/** What can go wrong, and is made to. */
enum Fault {
    KILL_BEFORE_APPEND,
    KILL_IN_APPEND,
    KILL_AFTER_APPEND,
    KILL_RELAY_READ,
    KILL_RELAY_SENT,
    KILL_RELAY_COMMITTED,
    KILL_RELAY_MOVED,
    KILL_PROJECTION_WRITTEN,
    KILL_PROJECTION_COMMITTED,
    KILL_REACTION_WRITTEN,
    KILL_REACTION_COMMITTED,
    STOP_LEADER,
    TWO_RELAYS,
    HELD_APPEND,
    HELD_TOO_LONG,
    LOST_RACE,
    FOREIGN_TRANSACTION,
    CUT_CONNECTIONS,
    KILL_POSTGRES,
    RESTART_POSTGRES,
    KILL_KAFKA,
    REBALANCE,
    POISON;

    /** Does it, and says what came of it. */
    String inflict(Stage stage) throws SQLException {
        return switch (this) {
            case KILL_BEFORE_APPEND -> stage.killAt(Point.APPEND_BEFORE);
            case KILL_IN_APPEND -> stage.killAt(Point.APPEND_OPEN);
            case KILL_AFTER_APPEND -> stage.killAt(Point.APPEND_AFTER);
            case KILL_RELAY_READ -> stage.killAt(Point.RELAY_READ);
            case KILL_RELAY_SENT -> stage.killAt(Point.RELAY_SENT);
            case KILL_RELAY_COMMITTED -> stage.killAt(Point.RELAY_COMMITTED);
            case KILL_RELAY_MOVED -> stage.killAt(Point.RELAY_MOVED);
            case KILL_PROJECTION_WRITTEN -> stage.killAt(Point.PROJECTION_WRITTEN);
            case KILL_PROJECTION_COMMITTED -> stage.killAt(Point.PROJECTION_COMMITTED);
            case KILL_REACTION_WRITTEN -> stage.killAt(Point.REACTION_WRITTEN);
            case KILL_REACTION_COMMITTED -> stage.killAt(Point.REACTION_COMMITTED);
            case STOP_LEADER -> stage.stopLeader();
            case TWO_RELAYS -> stage.twoRelays();
            case HELD_APPEND -> stage.holdAppend();
            case HELD_TOO_LONG -> stage.holdTooLong();
            case LOST_RACE -> stage.loseRaces();
            case FOREIGN_TRANSACTION -> stage.foreignTransaction();
            case CUT_CONNECTIONS -> stage.cutConnections();
            case KILL_POSTGRES -> stage.killPostgres();
            case RESTART_POSTGRES -> stage.restartPostgres();
            case KILL_KAFKA -> stage.killKafka();
            case REBALANCE -> stage.rebalance();
            case POISON -> stage.poison();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
