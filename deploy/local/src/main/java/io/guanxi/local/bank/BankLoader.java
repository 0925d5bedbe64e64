package io.guanxi.local.bank;

import io.guanxi.local.BankClock;
import io.guanxi.local.Service;
import io.guanxi.local.Stack;
import io.guanxi.local.Terminal;
import io.guanxi.local.Trouble;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sends a bank into a stack by the public interfaces, as the bank's own systems and phones would.
 * It can be interrupted and run again: it goes on where it stopped, and nothing is stored twice.
 */
public final class BankLoader {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Stack stack;
    private final Terminal terminal;
    private final Bank bank;
    private final BankFile file;
    private final BankClock clock;
    private final Loaded loaded = Loaded.nothing();

    public BankLoader(Stack stack, Terminal terminal, Bank bank) {
        this.stack = stack;
        this.terminal = terminal;
        this.bank = bank;
        this.file = BankFile.in(stack.home().folder());
        this.clock = new BankClock(stack);
    }

    public Loaded load() {
        begin();
        send("units", bank.units()::stream, new UnitSender(stack));
        send("staff", bank.staff()::stream, new StaffSender(stack));
        settle("every service knows the people");
        send("clients", bank::clients, new ClientSender(stack, loaded.clients()));
        settle("every service knows the books");
        try (FactSender facts = new FactSender(stack, loaded.facts())) {
            send("facts", bank::facts, facts);
        }
        settle("the facts are taken in");
        send("visits", bank::visits, new VisitSender(stack, clock.now(), loaded.visits()));
        settle("the visits are everywhere");
        return loaded;
    }

    private void begin() {
        if (file.identity().isPresent()) {
            requireSameBank(file, bank);
            return;
        }
        if (holdsData()) {
            file.settings(null);
            throw new Trouble(
                    "This stack already holds data that no bank was loaded for;"
                            + " ./guanxi reset deletes it, then ./guanxi demo can load one.");
        }
        clock.set(bank.opensAt().atZone(bank.zone()).toInstant());
        file.begin(bank);
    }

    /** Says so if the stack holds another bank. */
    public static void requireSameBank(BankFile file, Bank bank) {
        if (file.identity().isPresent() && !file.identity().get().equals(bank.identity())) {
            throw new Trouble(
                    "This stack holds %s, not %s; ./guanxi reset deletes it, then the other can be loaded."
                            .formatted(file.title().orElse("another bank"), bank.title()));
        }
    }

    private boolean holdsData() {
        return !stack.as("admin", "admin")
                .get(stack.url(Service.CLIENT) + "/units?limit=1")
                .body()
                .path("items")
                .isEmpty();
    }

    private <T> void send(String sort, Supplier<Stream<T>> lines, Sender<T> sender) {
        long total = lines.get().count();
        long done = file.done(sort);
        if (done >= total) {
            terminal.line("  ✓ %s: %,d there already".formatted(sort, total));
            return;
        }
        try (Terminal.Bar bar = terminal.bar("%,d %s".formatted(total, sort), total)) {
            bar.to(done);
            try (Stream<T> rest = lines.get().skip(done)) {
                sender.send(
                        rest.iterator(),
                        sent -> {
                            file.done(sort, done + sent);
                            bar.to(done + sent);
                        });
            }
        }
    }

    /** Waits with a bar of what is still under way; the most that was seen is the whole. */
    private void settle(String until) {
        terminal.step(until, () -> clock.settle(PATIENCE, _ -> {}));
    }
}
