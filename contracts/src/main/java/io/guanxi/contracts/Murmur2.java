package io.guanxi.contracts;

/** Austin Appleby's 32-bit MurmurHash2 with the seed that Kafka's default partitioner uses. */
final class Murmur2 {
    private static final int SEED = 0x9747b28c;
    private static final int M = 0x5bd1e995;
    private static final int R = 24;

    private Murmur2() {}

    static int hash(byte[] data) {
        int h = SEED ^ data.length;
        int whole = data.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            int k = littleEndian(data, i) * M;
            k ^= k >>> R;
            h = (h * M) ^ (k * M);
        }
        if (whole < data.length) {
            for (int i = data.length - 1; i >= whole; i--) {
                h ^= (data[i] & 0xff) << (8 * (i - whole));
            }
            h *= M;
        }
        h ^= h >>> 13;
        h *= M;
        return h ^ (h >>> 15);
    }

    private static int littleEndian(byte[] data, int i) {
        return (data[i] & 0xff)
                | ((data[i + 1] & 0xff) << 8)
                | ((data[i + 2] & 0xff) << 16)
                | ((data[i + 3] & 0xff) << 24);
    }
}
