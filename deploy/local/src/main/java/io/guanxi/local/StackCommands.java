package io.guanxi.local;

import java.time.Duration;
import picocli.CommandLine.Command;

/** Start, stop and forget the stack. */
final class StackCommands {
    private StackCommands() {}

    @Command(
            name = "up",
            description =
                    "Starts what is missing of the six processes and waits until all are ready.",
            mixinStandardHelpOptions = true)
    static final class Up implements Runnable {
        @Override
        public void run() {
            long start = System.nanoTime();
            Stack stack = new Stack(Home.fromEnvironment());
            Terminal terminal = Terminal.standard();
            stack.up(terminal);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            terminal.line(
                    "All six processes are ready after %.1f s; ./guanxi status shows them."
                            .formatted(took.toMillis() / 1000.0));
        }
    }

    @Command(
            name = "down",
            description = "Stops everything cleanly; the data stays for the next up.",
            mixinStandardHelpOptions = true)
    static final class Down implements Runnable {
        @Override
        public void run() {
            new Stack(Home.fromEnvironment()).down(Terminal.standard());
        }
    }

    @Command(
            name = "reset",
            description = "Stops everything and deletes all data of this stack.",
            mixinStandardHelpOptions = true)
    static final class Reset implements Runnable {
        @Override
        public void run() {
            new Stack(Home.fromEnvironment()).reset(Terminal.standard());
        }
    }
}
