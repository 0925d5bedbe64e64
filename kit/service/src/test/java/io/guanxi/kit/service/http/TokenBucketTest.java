package io.guanxi.kit.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void a_burst_is_let_through_and_then_so_many_a_second() {
        TokenBucket bucket = new TokenBucket(2);
        for (int i = 0; i < 10; i++) {
            assertThat(bucket.take(0)).isTrue();
        }
        assertThat(bucket.take(0)).isFalse();
        assertThat(bucket.take(SECOND / 2)).isTrue();
        assertThat(bucket.take(SECOND / 2)).isFalse();
        assertThat(bucket.take(SECOND)).isTrue();
    }

    @Test
    void a_long_rest_gives_no_more_than_a_burst() {
        TokenBucket bucket = new TokenBucket(1);
        assertThat(bucket.take(0)).isTrue();
        int taken = 0;
        while (bucket.take(3600 * SECOND)) {
            taken++;
        }
        assertThat(taken).isEqualTo(5);
    }
}
