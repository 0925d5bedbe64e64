package io.guanxi.kit.service.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of which no more than so many bytes are taken, however it is sent. */
final class LimitedStream extends FilterInputStream {
    private static final long DRAINED = 32L << 20;

    private final long limit;
    private long taken;

    LimitedStream(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = taken(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    /** Whatever fails here is the sender's doing: it stopped for too long, or hung up. */
    private int taken(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            throw Problem.of(408, "body.incomplete", "The body did not come to its end in time.");
        }
    }

    @Override
    public long skip(long n) throws IOException {
        throw new IOException("Bodies are read, not skipped.");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws IOException {
        taken += read;
        if (taken > limit) {
            drain();
            throw Problem.tooLarge(
                    "body.too-large", "The body is larger than " + (limit >> 20) + " MiB.");
        }
    }

    /** Takes a little more than is allowed, or a client still sending never sees the answer. */
    private void drain() throws IOException {
        byte[] block = new byte[1 << 16];
        long drained = 0;
        int read = 0;
        while (read >= 0 && drained < DRAINED) {
            read = in.read(block);
            drained += Math.max(0, read);
        }
    }
}
