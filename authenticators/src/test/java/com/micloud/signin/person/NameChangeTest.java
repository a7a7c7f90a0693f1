package com.micloud.signin.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What has to be confirmed")
final class NameChangeTest {

    @Test
    @DisplayName("is nothing where both names stay")
    void nothing() {
        assertThat(NameChange.of("", "")).isEmpty();
    }

    @Test
    @DisplayName("is one address where both become the same")
    void same() {
        assertThat(NameChange.of("a@b.example", "a@b.example"))
                .containsExactly(new NameChange("a@b.example", true, true));
    }

    @Test
    @DisplayName("is each address by itself where they differ")
    void different() {
        assertThat(NameChange.of("a@b.example", "c@d.example"))
                .containsExactly(
                        new NameChange("a@b.example", true, false), new NameChange("c@d.example", false, true));
    }

    @Test
    @DisplayName("is the one that changes")
    void one() {
        assertThat(NameChange.of("", "c@d.example")).containsExactly(new NameChange("c@d.example", false, true));
        assertThat(NameChange.of("a@b.example", "")).containsExactly(new NameChange("a@b.example", true, false));
    }
}
