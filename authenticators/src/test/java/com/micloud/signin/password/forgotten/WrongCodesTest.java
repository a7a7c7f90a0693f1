package com.micloud.signin.password.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestObjects;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The wrong codes of a user")
final class WrongCodesTest {

    private static final long A_DAY = 86_400;

    private final TestObjects objects = new TestObjects();
    private final WrongCodes codes = new WrongCodes(
            new ResetStore(objects.provider(), "realm"), new ResetSettings(900, 5, 5, 100, 50, List.of()));

    private void count(int times) {
        for (int time = 0; time < times; time++) {
            codes.count("ann.1");
        }
    }

    @Test
    @DisplayName("are too many when they are fifty, and no matter how many more")
    void fifty() {
        count(49);
        assertThat(codes.areTooMany("ann.1")).isFalse();
        count(1);
        assertThat(codes.areTooMany("ann.1")).isTrue();
        count(1);
        assertThat(codes.areTooMany("ann.1")).isTrue();
    }

    @Test
    @DisplayName("count for that user and that password only")
    void others() {
        count(50);
        assertThat(codes.areTooMany("ann.2")).isFalse();
        assertThat(codes.areTooMany("bob.1")).isFalse();
    }

    @Test
    @DisplayName("count for thirty days each")
    void thirtyDays() {
        count(25);
        objects.pass(10 * A_DAY);
        count(25);
        objects.pass(20 * A_DAY - 1);
        assertThat(codes.areTooMany("ann.1")).isTrue();
        objects.pass(1);
        assertThat(codes.areTooMany("ann.1")).isFalse();
        count(25);
        assertThat(codes.areTooMany("ann.1")).isTrue();
    }
}
