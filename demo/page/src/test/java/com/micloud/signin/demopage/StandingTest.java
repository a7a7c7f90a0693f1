package com.micloud.signin.demopage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StandingTest {

    @Test
    void theMethodNotedForTheAccountIsTaken() {
        assertThat(Standing.bound("acc-1 provider:okta", "acc-1")).contains("provider:okta");
    }

    @Test
    void theMethodOfAnotherAccountSaysNothing() {
        assertThat(Standing.bound("acc-12 password", "acc-1")).isEmpty();
        assertThat(Standing.bound("acc-1 password", "")).isEmpty();
        assertThat(Standing.bound(null, "acc-1")).isEmpty();
    }
}
