package io.guanxi.local.demo;

import io.guanxi.local.Home;
import io.guanxi.local.Stack;
import io.guanxi.local.Terminal;
import io.guanxi.local.Trouble;
import io.guanxi.local.bank.Bank;
import io.guanxi.local.bank.BankFile;
import io.guanxi.local.bank.BankLoader;
import io.guanxi.local.bank.BankUnreadable;
import io.guanxi.local.bank.BerkaBank;
import io.guanxi.local.bank.GeneratedBank;
import io.guanxi.local.bank.Loaded;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything from nothing to a bank at work. */
@Command(
        name = "demo",
        description = {
            "Starts everything, loads a bank, shows the main job, and stays up until Ctrl-C.",
            "Run again it goes on with the bank that is there."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Runnable {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "load the Berka bank (PKDD'99) from this folder, not the generated one")
    private Path data;

    @Option(names = "--exit", description = "stop everything after the closing screen")
    private boolean exit;

    @Override
    public void run() {
        Terminal terminal = Terminal.standard();
        Bank bank = bank();
        Stack stack = new Stack(Home.fromEnvironment());
        BankFile file = BankFile.in(stack.home().folder());
        BankLoader.requireSameBank(file, bank);
        try (Ending ending = Ending.of(stack, terminal)) {
            Duration startUp = start(stack, terminal, file, bank);
            show(stack, terminal, bank, startUp);
            if (!exit) {
                ending.awaitInterrupt();
            }
        }
    }

    private Bank bank() {
        try {
            return data == null ? new GeneratedBank() : new BerkaBank(data);
        } catch (BankUnreadable e) {
            throw new Trouble(e.getMessage(), e);
        }
    }

    private static Duration start(Stack stack, Terminal terminal, BankFile file, Bank bank) {
        terminal.line("Starting");
        if (file.identity().isEmpty()) {
            // Services that run already would not know the bank's currency and zone.
            stack.down(Terminal.silent());
            file.settings(bank);
        }
        long began = System.nanoTime();
        stack.up(terminal);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void show(Stack stack, Terminal terminal, Bank bank, Duration startUp) {
        terminal.line("Loading " + bank.title());
        bank.madeUp().forEach(sentence -> terminal.line("    " + sentence));
        Loaded loaded = new BankLoader(stack, terminal, bank).load();
        Story story = new Story(stack, terminal, bank);
        Latency latency = story.tell();
        new ClosingScreen(stack, terminal, bank, loaded, latency, startUp).show();
    }
}
