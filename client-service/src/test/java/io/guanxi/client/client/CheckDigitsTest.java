package io.guanxi.client.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckDigitsTest {

    @Test
    void uscc_takes_a_published_code_and_no_neighbour_of_it() {
        assertThat(CheckDigits.uscc("91350100M000100Y43")).isTrue();
        assertThat(CheckDigits.uscc("91350100M000100Y44")).isFalse();
        assertThat(CheckDigits.uscc("91350100M000100Y4")).isFalse();
        assertThat(CheckDigits.uscc("91350100I000100Y43")).isFalse();
    }

    @Test
    void lei_takes_a_published_code_and_no_neighbour_of_it() {
        assertThat(CheckDigits.lei("5493001KJTIIGC8Y1R12")).isTrue();
        assertThat(CheckDigits.lei("5493001KJTIIGC8Y1R13")).isFalse();
        assertThat(CheckDigits.lei("5493001kjtiigc8y1r12")).isFalse();
    }

    @Test
    void resident_id_takes_the_standards_example_and_no_neighbour_of_it() {
        assertThat(CheckDigits.residentId("11010519491231002X")).isTrue();
        assertThat(CheckDigits.residentId("440524188001010014")).isTrue();
        assertThat(CheckDigits.residentId("440524188001010015")).isFalse();
        assertThat(CheckDigits.residentId("11010519491231002x")).isFalse();
    }
}
