package io.guanxi.kit.service.runtime;

/**
 * A failure as the log shows it: type, place and cause of the original, its words on one line. An
 * exception may quote what a caller sent.
 */
final class OneLineFailure extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 16;

    private final String words;

    private OneLineFailure(String words, Throwable cause, StackTraceElement[] places) {
        super(words, cause, false, true);
        this.words = words;
        setStackTrace(places);
    }

    /** The same failure, if there is nothing to hide in it. */
    static Throwable of(Throwable failure) {
        return isClean(failure, 0) ? failure : copy(failure, 0);
    }

    private static boolean isClean(Throwable failure, int depth) {
        return failure == null
                || (depth < DEEPEST
                        && OneLine.clean(failure.toString())
                        && isClean(failure.getCause(), depth + 1)
                        && java.util.Arrays.stream(failure.getSuppressed())
                                .allMatch(one -> isClean(one, depth + 1)));
    }

    private static Throwable copy(Throwable failure, int depth) {
        return failure == null || depth == DEEPEST
                ? null
                : new OneLineFailure(
                        OneLine.cleaned(failure.toString()),
                        copy(failure.getCause(), depth + 1),
                        failure.getStackTrace());
    }

    /** Without this class's name in front: the words begin with the original's. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return words;
    }
}
