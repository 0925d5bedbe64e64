package io.guanxi.local;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Moves the business clock of the demo. */
@Command(
        name = "clock",
        description = "Shows the business clock, or moves it forward.",
        mixinStandardHelpOptions = true)
final class ClockCommand implements Runnable {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,4})([dhm])");
    private static final Duration MOST = Duration.ofDays(1100);

    @Override
    public void run() {
        Terminal.standard().line("It is " + new BankClock(running()).now() + " for the services.");
    }

    @Command(
            name = "advance",
            description = "Moves all services forward, a day at a time.",
            mixinStandardHelpOptions = true)
    void advance(@Parameters(description = "how far: 45d, 6h, 30m") String amount) {
        Duration by = parse(amount);
        BankClock clock = new BankClock(running());
        Terminal terminal = Terminal.standard();
        Instant start = clock.now();
        try (Terminal.Bar bar =
                terminal.bar("clock from " + start + " by " + amount, by.toSeconds())) {
            clock.advance(by, at -> bar.to(Duration.between(start, at).toSeconds()));
        }
        terminal.line("It is " + clock.now() + " for the services.");
    }

    static Duration parse(String amount) {
        Matcher matcher = AMOUNT.matcher(amount);
        if (!matcher.matches()) {
            throw new Trouble("\"" + amount + "\" is no span of time; write 45d, 6h or 30m.");
        }
        long number = Long.parseLong(matcher.group(1));
        Duration by =
                switch (matcher.group(2)) {
                    case "d" -> Duration.ofDays(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofMinutes(number);
                };
        if (by.compareTo(MOST) > 0) {
            throw new Trouble("The clock moves by at most " + MOST.toDays() + "d at a time.");
        }
        return by;
    }

    private static Stack running() {
        Stack stack = new Stack(Home.fromEnvironment());
        for (ServiceProcess each : stack.services()) {
            if (!each.running()) {
                throw new Trouble(
                        each.service().moduleName() + " does not run; start it with ./guanxi up.");
            }
        }
        return stack;
    }
}
