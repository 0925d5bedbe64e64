package io.guanxi.local.demo;

import io.guanxi.local.ProcessTable;
import io.guanxi.local.Stack;
import io.guanxi.local.Terminal;
import io.guanxi.local.bank.Bank;
import io.guanxi.local.bank.LeftOut;
import io.guanxi.local.bank.Loaded;
import java.time.Duration;

/** What came of it, and what to try next. Business figures are read through the public API. */
final class ClosingScreen {
    private final Stack stack;
    private final Terminal terminal;
    private final Bank bank;
    private final Loaded loaded;
    private final Latency latency;
    private final Duration startUp;
    private final Figures figures;

    ClosingScreen(
            Stack stack,
            Terminal terminal,
            Bank bank,
            Loaded loaded,
            Latency latency,
            Duration startUp) {
        this.stack = stack;
        this.terminal = terminal;
        this.bank = bank;
        this.loaded = loaded;
        this.latency = latency;
        this.startUp = startUp;
        this.figures = new Figures(stack);
    }

    void show() {
        terminal.line("");
        terminal.line("═".repeat(100));
        whatWentIn();
        section("Tiers", figures.tiers());
        section("Churn warnings", figures.churnLevels());
        section("The five riskiest clients", figures.riskiest());
        section("Alerts", figures.alerts());
        section("Visits owed", figures.coverage());
        theMachine();
        WhatToTry.lines(stack, bank).forEach(terminal::line);
        terminal.line("═".repeat(100));
    }

    private void whatWentIn() {
        terminal.line("In " + bank.title() + ", it is " + figures.now() + ":");
        figures.holdings().forEach(line -> terminal.line("  " + line));
        terminal.line(
                "  answered to this load: clients "
                        + loaded.clients()
                        + ", visits "
                        + loaded.visits());
        for (LeftOut left : bank.leftOut()) {
            terminal.line("  left out: %,d %s %s".formatted(left.count(), left.what(), left.why()));
        }
    }

    private void section(String title, java.util.List<String> lines) {
        terminal.line("");
        terminal.line(title);
        lines.forEach(line -> terminal.line("  " + line));
    }

    private void theMachine() {
        section("The machine", ProcessTable.lines(ProcessTable.of(stack)));
        terminal.line("  start of all six: %.1f s".formatted(startUp.toMillis() / 1000.0));
        if (latency.measured()) {
            terminal.line(
                    "  visit posted → readable on guanxi.visits, at rest: median %.0f ms, highest %.0f ms"
                            .formatted(latency.median(), latency.highest()));
        }
    }
}
