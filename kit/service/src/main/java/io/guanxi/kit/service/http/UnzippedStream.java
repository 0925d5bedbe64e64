package io.guanxi.kit.service.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A zipped body, which may turn out to be none, or to be cut off, at any byte. */
final class UnzippedStream extends FilterInputStream {

    private UnzippedStream(GZIPInputStream body) {
        super(body);
    }

    static InputStream of(InputStream body) throws IOException {
        try {
            return new UnzippedStream(new GZIPInputStream(body));
        } catch (ZipException | EOFException e) {
            throw malformed();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return Problem.badRequest("encoding.malformed", "The body is not gzip, or is cut off.");
    }
}
