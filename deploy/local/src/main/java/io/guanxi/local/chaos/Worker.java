package io.guanxi.local.chaos;

import io.guanxi.kit.eventsourcing.Consumers;
import io.guanxi.kit.eventsourcing.PostgresEventStore;
import io.guanxi.kit.eventsourcing.Relay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One instance of the toy service: clients, relay, projection and reaction in a process that exists
 * to be killed. It is told what to do by lines on its standard input and ends when that ends.
 */
final class Worker {
    private static final PrintStream OUT = System.out;
    private static final int RELAY_BATCH = 200;

    /** One per process: Kafka makes {@link SentProbe} itself and gives it nothing. */
    static final FaultPoints POINTS = new FaultPoints(Worker::say);

    private final List<Client> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean poisonNext = new AtomicBoolean();
    private final PostgresEventStore store;
    private final Relay relay;
    private final Consumers consumers;

    private Worker(RunSettings settings) throws SQLException {
        FaultyDatabase database = new FaultyDatabase(settings, POINTS);
        Map<String, Object> kafka = new HashMap<>(settings.kafka());
        kafka.put("interceptor.classes", SentProbe.class.getName());
        store = new PostgresEventStore(database, null);
        Set<String> topics = Set.of(settings.topic());
        relay =
                new Relay(
                        new Relay.Configuration(
                                settings.service(),
                                database.direct(),
                                database,
                                kafka,
                                topics,
                                RELAY_BATCH),
                        List.of(new Tally.Face(settings.topic())));
        store.onAppend(relay::wake);
        consumers =
                new Consumers(
                        new Consumers.Configuration(
                                settings.service(), database, settings.kafka(), Instant::now),
                        store,
                        List.of(new SeenTallies(topics)),
                        List.of(new Journal.WhenTallyMovedThenNote(topics)));
    }

    /**
     * Begins a life.
     *
     * @param arguments the run's folder, this worker's name, which life of it this is, and how many
     *     clients it has
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[0]);
        RunSettings settings = RunSettings.read(folder);
        Worker worker = new Worker(settings);
        worker.start(
                settings,
                folder,
                arguments[1],
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        say(WorkerProcess.READY);
        worker.obey();
    }

    private void start(RunSettings settings, Path folder, String name, int life, int clientCount) {
        relay.start();
        consumers.start();
        for (int i = 0; i < clientCount; i++) {
            String client = name + "-" + i;
            Random random =
                    new Random(settings.seed() * 1_000_003 + life * 8191L + client.hashCode());
            clients.add(
                    new Client(
                            client,
                            folder.resolve(client + ".ledger"),
                            store,
                            settings.hot(),
                            random,
                            poisonNext));
        }
        clients.forEach(client -> threads.add(Thread.ofPlatform().start(client)));
    }

    private void obey() throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = in.readLine()) != null) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "arm" -> POINTS.arm(Point.valueOf(words[1]), Integer.parseInt(words[2]));
                case "disarm" -> POINTS.disarm();
                case "go" -> POINTS.go();
                case "poison" -> poisonNext.set(true);
                case "finish" -> Thread.ofPlatform().start(this::finish);
                case "quit" -> quit();
                default -> throw new IllegalArgumentException(line);
            }
        }
        Runtime.getRuntime().halt(1);
    }

    private void finish() {
        clients.forEach(Client::finish);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
            say(WorkerProcess.FINISHED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void quit() {
        consumers.close();
        relay.close();
        store.close();
        Runtime.getRuntime().halt(0);
    }

    private static synchronized void say(String line) {
        OUT.println(line);
        OUT.flush();
    }
}
