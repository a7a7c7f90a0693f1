package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The label of a session")
final class SessionLabelTest {

    @Test
    @DisplayName("names an application and its account behind the browser")
    void first() {
        assertThat(SessionLabel.add("Chrome/147.0.0", "Teamwork (Acme Dental)"))
                .isEqualTo("Chrome/147.0.0 · Teamwork (Acme Dental)");
    }

    @Test
    @DisplayName("names each once, the newest first")
    void more() {
        String label = SessionLabel.add("Chrome/147.0.0", "Teamwork (Acme, Dental)");
        label = SessionLabel.add(label, "Account Portal (Birch & Lane Law)");
        label = SessionLabel.add(label, "Teamwork (Acme, Dental)");
        assertThat(label).isEqualTo("Chrome/147.0.0 · Teamwork (Acme, Dental), Account Portal (Birch & Lane Law)");
    }

    @Test
    @DisplayName("does not grow without end")
    void limited() {
        String label = "Chrome/147.0.0";
        for (int number = 0; number < 30; number++) {
            label = SessionLabel.add(label, "Application (" + number + ")");
        }
        assertThat(label).startsWith("Chrome/147.0.0 · Application (29), ").endsWith("Application (22)");
    }

    @Test
    @DisplayName("stands also where the browser is not known")
    void unknown() {
        assertThat(SessionLabel.add(null, "Teamwork (Acme Dental)")).isEqualTo("Unknown · Teamwork (Acme Dental)");
    }
}
