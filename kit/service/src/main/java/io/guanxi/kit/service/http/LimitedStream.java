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
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
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
