package com.micloud.signin.demopage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisitorTest {

    @Test
    void comesBackByTheCookie() {
        Visitor visitor = Visitor.unknown();

        assertThat(Visitor.of(visitor.key())).contains(visitor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "..........................................."})
    void aMadeUpKeyIsNoKey(String key) {
        assertThat(Visitor.of(key)).isEmpty();
    }
}
