package io.guanxi.local;

import io.guanxi.local.chaos.ChaosCommand;
import io.guanxi.local.demo.DemoCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command; {@code ./guanxi} finds a JDK, builds when needed, and comes here. */
@Command(
        name = "guanxi",
        description = "Runs Guanxi on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "guanxi 0.1.0",
        subcommands = {
            StackCommands.Up.class,
            StackCommands.Down.class,
            StatusCommand.class,
            StackCommands.Reset.class,
            TailCommand.class,
            TokenCommand.class,
            ClockCommand.class,
            DemoCommand.class,
            ChaosCommand.class,
            SbomCommand.class
        },
        footer = {
            "",
            "Further commands of the script: test, bench.",
            "Data, logs and secrets are in .guanxi (or GUANXI_HOME). Ports: GUANXI_PG_PORT,",
            "GUANXI_KAFKA_PORT, GUANXI_PORT_BASE, or one a service: GUANXI_CLIENT_PORT …"
        })
public final class Guanxi implements Runnable {
    private static final int FAILED = 1;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Guanxi());
        commandLine.setExecutionExceptionHandler((failure, _, _) -> explain(failure));
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    private static int explain(Exception failure) {
        if (failure instanceof Trouble) {
            System.err.println(failure.getMessage());
            return FAILED;
        }
        Path log = Home.fromEnvironment().folder().resolve("logs").resolve("guanxi.log");
        try {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            Files.createDirectories(log.getParent());
            Files.writeString(
                    log,
                    Instant.now() + " " + trace,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        System.err.println(firstLine(failure) + "\nMore is in " + log + " and its neighbours.");
        return FAILED;
    }

    private static String firstLine(Exception failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
