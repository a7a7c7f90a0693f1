package com.micloud.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestObjects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A request that waits for another one")
final class WaitingRoomTest {

    private final TestObjects objects = new TestObjects();

    @Test
    @DisplayName("goes on once it may, and gives its place back")
    void goesOn() {
        for (int i = 0; i < 2 * WaitingRoom.PLACES; i++) {
            AtomicInteger asked = new AtomicInteger();
            assertThat(await(() -> asked.incrementAndGet() > 1)).isTrue();
        }
    }

    @Test
    @DisplayName("does not wait where as many wait as may")
    void full() {
        AtomicInteger asked = new AtomicInteger();
        whileOthersWait(WaitingRoom.PLACES, () -> assertThat(await(() -> asked.incrementAndGet() > 1))
                .isFalse());
        assertThat(asked).hasValue(1);
    }

    @Test
    @DisplayName("takes no place where it need not wait")
    void straightOn() {
        AtomicInteger asked = new AtomicInteger();
        whileOthersWait(WaitingRoom.PLACES, () -> assertThat(await(() -> asked.incrementAndGet() > 0))
                .isTrue());
        assertThat(asked).hasValue(1);
    }

    private void whileOthersWait(int others, Runnable action) {
        if (others == 0) {
            action.run();
            return;
        }
        AtomicInteger asked = new AtomicInteger();
        await(() -> {
            boolean waits = asked.incrementAndGet() > 1;
            if (waits) {
                whileOthersWait(others - 1, action);
            }
            return waits;
        });
        assertThat(asked).as("asked again, from a place").hasValue(2);
    }

    private boolean await(BooleanSupplier condition) {
        return WaitingRoom.await(objects.provider(), "name", condition);
    }
}
