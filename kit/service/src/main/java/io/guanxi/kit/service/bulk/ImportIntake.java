package io.guanxi.kit.service.bulk;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.service.http.Csv;
import io.guanxi.kit.service.http.Ndjson;
import io.guanxi.kit.service.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes a body in: a short one is held, of a long one each chunk is put away as it comes. */
@ApplicationScoped
class ImportIntake {
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final int CHUNK_LINES = 2_000;
    private static final long CHUNK_BYTES = 4L << 20;
    private static final MediaType CSV = MediaType.valueOf(Csv.TYPE);

    private final ImportTable table;
    private final StagedLines staged;
    private final int atOnce;
    private final long bytesAtOnce;
    private final int mostLines;
    private final int mostJobs;

    ImportIntake(
            ImportTable table,
            StagedLines staged,
            @ConfigProperty(name = "guanxi.imports.lines-at-once") int atOnce,
            @ConfigProperty(name = "guanxi.imports.bytes-at-once") long bytesAtOnce,
            @ConfigProperty(name = "guanxi.imports.most-lines") int mostLines,
            @ConfigProperty(name = "guanxi.imports.most-jobs") int mostJobs) {
        this.table = table;
        this.staged = staged;
        this.atOnce = atOnce;
        this.bytesAtOnce = bytesAtOnce;
        this.mostLines = mostLines;
        this.mostJobs = mostJobs;
    }

    /**
     * A body taken in.
     *
     * @param held its lines; null: they wait in the database, under the job of this id
     * @param repeated it was taken in before, by an earlier request of the same key
     */
    record Taken(List<RawLine> held, byte[] digest, boolean repeated) {}

    Taken take(String kind, boolean dry, CommandContext asked, MediaType type, InputStream body) {
        Receiving receiving = new Receiving(kind, dry, asked, CSV.isCompatible(type));
        try {
            Ndjson.lines(Csv.asLines(type, body), receiving::line);
            return receiving.end();
        } catch (RuntimeException | Error e) {
            receiving.giveUp();
            throw e;
        }
    }

    /** One body on its way in. */
    private final class Receiving {
        private final String kind;
        private final boolean dry;
        private final CommandContext asked;
        private final boolean texts;
        private final MessageDigest digest = sha256();
        private List<RawLine> held = new ArrayList<>();
        private long bytes;
        private int lines;
        private int chunks;
        private boolean staging;
        private boolean repeated;

        private Receiving(String kind, boolean dry, CommandContext asked, boolean texts) {
            this.kind = kind;
            this.dry = dry;
            this.asked = asked;
            this.texts = texts;
            digest.update((kind + " " + dry + "\n").getBytes(StandardCharsets.UTF_8));
        }

        private void line(int number, byte[] json) {
            if (++lines > mostLines) {
                throw Problem.tooLarge(
                        "import.too-many-lines",
                        "At most " + mostLines + " lines are taken in one import; split the file.");
            }
            digest.update(json);
            digest.update((byte) '\n');
            held.add(new RawLine(number, json, texts));
            bytes += json.length;
            if (!staging && !repeated && (lines > atOnce || bytes > bytesAtOnce)) {
                begin();
            }
            if ((staging || repeated) && (held.size() >= CHUNK_LINES || bytes >= CHUNK_BYTES)) {
                putAway();
            }
        }

        private void begin() {
            UUID id = asked.commandId();
            staging = table.begin(id, kind, dry, asked.actor(), asked.traceparent(), mostJobs);
            if (!staging) {
                Optional<ImportTable.Stored> before = table.find(id);
                if (before.isEmpty()) {
                    throw Problem.busy(A_WHILE);
                }
                if (before.get().job().state() == ImportJob.State.RECEIVING) {
                    throw Problem.conflict(
                            "conflict.retry", "The same import is being received just now.");
                }
                repeated = true;
            }
        }

        private void putAway() {
            for (int from = 0; from < held.size() && staging; from += CHUNK_LINES) {
                List<RawLine> chunk = held.subList(from, Math.min(from + CHUNK_LINES, held.size()));
                byte[] sealed = staged.seal(asked.commandId(), chunks, chunk);
                if (!table.receive(asked.commandId(), chunks, sealed, chunk.size())) {
                    throw ended();
                }
                chunks++;
            }
            held = new ArrayList<>();
            bytes = 0;
        }

        private Taken end() {
            byte[] whole = digest.digest();
            if (!staging && !repeated) {
                return new Taken(List.copyOf(held), whole, false);
            }
            if (!held.isEmpty()) {
                putAway();
            }
            if (staging && !table.received(asked.commandId(), whole)) {
                throw ended();
            }
            return new Taken(null, whole, repeated);
        }

        private void giveUp() {
            if (staging) {
                staged.destroy(asked.commandId());
                table.forget(asked.commandId());
            }
        }
    }

    private static Problem ended() {
        return Problem.conflict("import.ended", "The import was given up meanwhile.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
