package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;

/** How long the answers take for a foreign id and for unknown ones, asked in turn. */
record Medians(double foreignMs, double unknownMs, double foreignP90Ms, double unknownP90Ms) {
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 500;
    private static final double NANOS = 1e6;

    static Medians of(Http http, String url, String foreign) {
        double[] known = new double[ROUNDS];
        double[] unknown = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            boolean foreignFirst = i % 2 == 0;
            double first = ask(http, url + (foreignFirst ? foreign : UUID.randomUUID()));
            double second = ask(http, url + (foreignFirst ? UUID.randomUUID() : foreign));
            if (i >= 0) {
                known[i] = foreignFirst ? first : second;
                unknown[i] = foreignFirst ? second : first;
            }
        }
        Arrays.sort(known);
        Arrays.sort(unknown);
        int p90 = ROUNDS * 9 / 10;
        return new Medians(known[ROUNDS / 2], unknown[ROUNDS / 2], known[p90], unknown[p90]);
    }

    private static double ask(Http http, String url) {
        long begun = System.nanoTime();
        int status = http.get(url).status();
        double took = (System.nanoTime() - begun) / NANOS;
        assertThat(status).isEqualTo(404);
        return took;
    }

    @Override
    public String toString() {
        return "median %.2f ms, unknown %.2f ms; 90th percentile %.2f ms, unknown %.2f ms"
                .formatted(foreignMs, unknownMs, foreignP90Ms, unknownP90Ms);
    }
}
