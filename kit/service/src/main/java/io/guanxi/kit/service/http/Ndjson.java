package io.guanxi.kit.service.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Bodies of newline-delimited JSON, read as a stream: however long the body, one line is held. The
 * resource method takes an {@link InputStream}; {@code Content-Encoding: gzip} is already undone.
 */
public final class Ndjson {
    public static final String TYPE = "application/x-ndjson";
    public static final int LONGEST_LINE = 1 << 20;
    private static final int BLOCK = 1 << 16;

    private Ndjson() {}

    /**
     * Hands every line that is not blank to the handler, in order.
     *
     * @throws Problem 413 {@code line.too-long} at a line over 1 MiB; the lines before it have been
     *     handled
     */
    public static void lines(InputStream in, LineHandler handler) {
        try {
            new Reading(handler).all(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reading {
        private final LineHandler handler;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        private int number = 1;

        Reading(LineHandler handler) {
            this.handler = handler;
        }

        void all(InputStream in) throws IOException {
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                block(block, read);
            }
            end();
        }

        private void block(byte[] block, int length) {
            int start = 0;
            for (int i = 0; i < length; i++) {
                if (block[i] == '\n') {
                    keep(block, start, i - start);
                    end();
                    start = i + 1;
                }
            }
            keep(block, start, length - start);
        }

        private void keep(byte[] block, int offset, int length) {
            if (line.size() + length > LONGEST_LINE) {
                throw Problem.tooLarge(
                        "line.too-long", "Line " + number + " is longer than 1 MiB.");
            }
            line.write(block, offset, length);
        }

        private void end() {
            byte[] whole = line.toByteArray();
            line.reset();
            int length = whole.length;
            boolean carriageReturn = length > 0 && whole[length - 1] == '\r';
            byte[] bare = carriageReturn ? java.util.Arrays.copyOf(whole, length - 1) : whole;
            if (!blank(bare)) {
                handler.line(number, bare);
            }
            number++;
        }

        private static boolean blank(byte[] line) {
            for (byte b : line) {
                if (b != ' ' && b != '\t') {
                    return false;
                }
            }
            return true;
        }
    }
}
