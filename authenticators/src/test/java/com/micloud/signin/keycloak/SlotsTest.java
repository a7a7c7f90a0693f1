package com.micloud.signin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestObjects;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Places that all nodes share")
final class SlotsTest {

    private final TestObjects objects = new TestObjects();
    private final Slots slots = new Slots(objects.provider(), "tries", 2, 60);

    @Test
    @DisplayName("are taken one by one, until none is free")
    void taken() {
        assertThat(slots.isFull()).isFalse();
        assertThat(slots.take()).isEqualTo(OptionalInt.of(0));
        assertThat(slots.isFull()).isFalse();
        assertThat(slots.take()).isEqualTo(OptionalInt.of(1));
        assertThat(slots.isFull()).isTrue();
        assertThat(slots.take()).isEmpty();
    }

    @Test
    @DisplayName("are free again when they are given back")
    void givenBack() {
        slots.take();
        slots.take();
        slots.free(0);
        assertThat(slots.isFull()).isFalse();
        assertThat(slots.take()).isEqualTo(OptionalInt.of(0));
    }

    @Test
    @DisplayName("are free again when their time is up")
    void timely() {
        slots.take();
        slots.take();
        objects.pass(59);
        assertThat(slots.isFull()).isTrue();
        objects.pass(1);
        assertThat(slots.take()).isEqualTo(OptionalInt.of(0));
    }

    @Test
    @DisplayName("of one name are not those of another")
    void names() {
        slots.take();
        slots.take();
        assertThat(new Slots(objects.provider(), "other", 2, 60).isFull()).isFalse();
    }
}
