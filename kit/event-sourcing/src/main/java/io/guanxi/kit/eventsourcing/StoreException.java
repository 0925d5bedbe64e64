package io.guanxi.kit.eventsourcing;

/** What can go wrong in an append apart from a rule. */
public abstract sealed class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The expected version of the caller is not the stream's: 412. */
    public static final class VersionStale extends StoreException {
        private static final long serialVersionUID = 1L;
        private final int expected;
        private final int actual;

        public VersionStale(int expected, int actual) {
            super("The thing has version " + actual + ", not " + expected + ".", null);
            this.expected = expected;
            this.actual = actual;
        }

        public int expected() {
            return expected;
        }

        public int actual() {
            return actual;
        }
    }

    /** The race was lost too often: 409, try again. */
    public static final class LostRace extends StoreException {
        private static final long serialVersionUID = 1L;

        public LostRace() {
            super("Others changed the same thing at the same moment; nothing was stored.", null);
        }
    }

    /** The command id was used before for something else: 422. */
    public static final class IdempotencyMismatch extends StoreException {
        private static final long serialVersionUID = 1L;

        public IdempotencyMismatch() {
            super("The idempotency key or id was used before with another body.", null);
        }
    }

    /** The queue is full: 503, try again after a moment. */
    public static final class Busy extends StoreException {
        private static final long serialVersionUID = 1L;

        public Busy() {
            super("The append queue is full; nothing was stored.", null);
        }
    }

    /** The stream id belongs to a stream of another kind: 409. */
    public static final class WrongKind extends StoreException {
        private static final long serialVersionUID = 1L;

        public WrongKind(String expected, String actual) {
            super("The id belongs to a " + actual + ", not to a " + expected + ".", null);
        }
    }

    /** The database did not answer in time or is away; whether it was stored is unknown. */
    public static final class Unavailable extends StoreException {
        private static final long serialVersionUID = 1L;

        public Unavailable(Throwable cause) {
            super("The event store cannot be reached.", cause);
        }
    }
}
