package io.guanxi.kit.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(4);

    @Test
    void a_caller_takes_no_more_than_half_of_them() {
        assertThat(places.take("slow")).isTrue();
        assertThat(places.take("slow")).isTrue();
        assertThat(places.take("slow")).isFalse();
        assertThat(places.take("other")).isTrue();
        places.give("slow");
        assertThat(places.take("slow")).isTrue();
    }

    @Test
    void there_are_so_many_and_no_more() {
        assertThat(places.take("a") && places.take("b") && places.take("c") && places.take("d"))
                .isTrue();
        assertThat(places.take("e")).isFalse();
        places.give("a");
        assertThat(places.take("e")).isTrue();
    }
}
