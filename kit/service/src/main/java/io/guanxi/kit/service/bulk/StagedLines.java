package io.guanxi.kit.service.bulk;

import io.guanxi.kit.service.personal.SubjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Lines that wait in the database: zipped, and sealed by a key of their import, which is destroyed
 * with its end. They may hold anything about anybody.
 */
@ApplicationScoped
class StagedLines {
    private final SubjectKeys keys;

    StagedLines(SubjectKeys keys) {
        this.keys = keys;
    }

    byte[] seal(UUID job, int chunk, List<RawLine> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            for (RawLine line : lines) {
                out.writeInt(line.number());
                out.writeBoolean(line.texts());
                out.writeInt(line.json().length);
                out.write(line.json());
            }
            out.writeInt(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys.encrypt(job, place(job, chunk), bytes.toByteArray());
    }

    /** The lines of a chunk; none if the import was ended meanwhile. */
    List<RawLine> open(UUID job, int chunk, byte[] sealed) {
        List<RawLine> lines = new ArrayList<>();
        byte[] zipped =
                keys.decrypt(job, place(job, chunk), sealed).orElseThrow(ImportStopped::new);
        try (DataInputStream in =
                new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(zipped)))) {
            for (int number = in.readInt(); number > 0; number = in.readInt()) {
                boolean texts = in.readBoolean();
                lines.add(new RawLine(number, in.readNBytes(in.readInt()), texts));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    void destroy(UUID job) {
        keys.destroy(job);
    }

    private static byte[] place(UUID job, int chunk) {
        return ("import " + job + " " + chunk).getBytes(StandardCharsets.UTF_8);
    }
}
