package io.guanxi.kit.service.bulk;

/** The service stops, or cannot go on for now: the import goes on from its last chunk. */
final class ImportStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportStopped() {
        super("The import goes on later.", null, false, false);
    }
}
