package io.guanxi.local;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What the user sees: steps with their time, progress bars, and plain lines where it is a file. */
public final class Terminal {
    private static final int BAR_WIDTH = 28;
    private static final long REDRAW_NS = 100_000_000;
    private static final int PLAIN_SHARES = 4;

    private final PrintStream out;
    private final boolean lively;

    private Terminal(PrintStream out, boolean lively) {
        this.out = out;
        this.lively = lively;
    }

    /** Standard output; it only moves where a person looks at it. */
    public static Terminal standard() {
        boolean lively =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                        && System.getenv("CI") == null
                        && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                lively);
    }

    /** Says nothing. */
    public static Terminal silent() {
        return new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false);
    }

    public void line(String text) {
        out.println(text);
    }

    public boolean lively() {
        return lively;
    }

    /** Runs a step and says how long it took. */
    public void step(String label, Runnable work) {
        long start = System.nanoTime();
        if (lively) {
            out.print("  … " + label);
            out.flush();
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            if (lively) {
                out.println();
            }
            throw e;
        }
        out.println((lively ? "\r  ✓ " : "  ✓ ") + label + time(System.nanoTime() - start));
    }

    private static String time(long nanos) {
        Duration took = Duration.ofNanos(nanos);
        return took.toMillis() < 100 ? "" : " (%.1f s)".formatted(took.toMillis() / 1000.0);
    }

    /** A bar for something long. */
    public Bar bar(String label, long total) {
        return new Bar(label, Math.max(1, total));
    }

    /** How far something long has come; {@link #close} ends its line. */
    public final class Bar implements AutoCloseable {
        private final String label;
        private final long total;
        private final long started = System.nanoTime();
        private long done;
        private long drawn;
        private long plainShare;

        private Bar(String label, long total) {
            this.label = label;
            this.total = total;
            draw();
        }

        public synchronized void advance(long amount) {
            to(done + amount);
        }

        public synchronized void to(long reached) {
            done = Math.min(total, reached);
            if (lively && System.nanoTime() - drawn > REDRAW_NS) {
                draw();
            } else if (!lively) {
                plain();
            }
        }

        private void draw() {
            if (!lively) {
                return;
            }
            drawn = System.nanoTime();
            int full = (int) (BAR_WIDTH * done / total);
            out.print(
                    "\r  %s%s %3d %% %s"
                            .formatted(
                                    "█".repeat(full),
                                    "░".repeat(BAR_WIDTH - full),
                                    100 * done / total,
                                    label));
            out.flush();
        }

        private void plain() {
            long share = PLAIN_SHARES * done / total;
            if (share > plainShare && share < PLAIN_SHARES) {
                plainShare = share;
                out.println("    " + label + ": " + 100 * share / PLAIN_SHARES + " %");
            }
        }

        @Override
        public synchronized void close() {
            if (lively) {
                out.print("\r" + " ".repeat(BAR_WIDTH + label.length() + 12));
            }
            String end =
                    done < total
                            ? "  ✗ %s: stopped at %d %%".formatted(label, 100 * done / total)
                            : "  ✓ " + label + time(System.nanoTime() - started);
            out.println((lively ? "\r" : "") + end);
        }
    }
}
