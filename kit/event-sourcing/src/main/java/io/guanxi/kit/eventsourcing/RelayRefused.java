package io.guanxi.kit.eventsourcing;

/** Topics and store contradict each other; a person must decide which is right. */
final class RelayRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RelayRefused(String message) {
        super(message);
    }
}
