package io.guanxi.local.chaos;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What the processes of one run share.
 *
 * @param service the relay's name, and that of all consumer groups
 * @param hot how many tallies the clients fight for
 */
record RunSettings(
        String url,
        String user,
        String password,
        String bootstrap,
        String service,
        long seed,
        Mutant mutant,
        int hot) {

    private static final String FILE = "run.properties";

    String topic() {
        return service + ".tallies";
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", bootstrap);
    }

    void write(Path folder) throws IOException {
        Properties all = new Properties();
        all.putAll(
                Map.of(
                        "url", url,
                        "user", user,
                        "password", password,
                        "bootstrap", bootstrap,
                        "service", service,
                        "seed", Long.toString(seed),
                        "mutant", mutant.name(),
                        "hot", Integer.toString(hot)));
        try (Writer writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            all.store(writer, null);
        }
    }

    static RunSettings read(Path folder) throws IOException {
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
            all.load(reader);
        }
        return new RunSettings(
                all.getProperty("url"),
                all.getProperty("user"),
                all.getProperty("password"),
                all.getProperty("bootstrap"),
                all.getProperty("service"),
                Long.parseLong(all.getProperty("seed")),
                Mutant.valueOf(all.getProperty("mutant")),
                Integer.parseInt(all.getProperty("hot")));
    }
}
