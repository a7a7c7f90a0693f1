package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import com.micloud.signin.session.ProviderVisit.Trouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("The way to a provider and back")
final class ProviderVisitTest {

    private final AuthenticationSessionModel notes = TestNotes.empty();
    private final ProviderVisit visit = ProviderVisit.of(notes);

    @Test
    @DisplayName("leads nowhere until it begins, and then to the last provider")
    void provider() {
        assertThat(visit.provider()).isEmpty();
        visit.begin("okta");
        visit.begin("azure");
        assertThat(ProviderVisit.of(notes).provider()).contains("azure");
        assertThat(visit.trouble()).isEmpty();
    }

    @Test
    @DisplayName("keeps the trouble for reloads, until it begins again")
    void trouble() {
        visit.begin("okta");
        visit.fail(Trouble.CANCELLED, "x");
        assertThat(ProviderVisit.of(notes).trouble()).contains(Trouble.CANCELLED);
        assertThat(visit.trouble()).contains(Trouble.CANCELLED);
        visit.fail(Trouble.FAILED, "x");
        assertThat(visit.trouble()).contains(Trouble.FAILED);
        visit.begin("okta");
        assertThat(visit.trouble()).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "FAILED, token_endpoint_timed_out, token_endpoint_timed_out",
        "CANCELLED, token_endpoint_timed_out, cancelled",
        "CANCELLED, '', cancelled"
    })
    @DisplayName("reports why it failed, or that the user gave up")
    void reason(Trouble trouble, String reason, String expected) {
        visit.fail(trouble, reason);
        assertThat(visit.reasonToReport()).contains(expected);
    }

    @Test
    @DisplayName("reports a failure once")
    void once() {
        assertThat(visit.reasonToReport()).isEmpty();
        visit.fail(Trouble.FAILED, "x");
        assertThat(visit.reasonToReport()).isPresent();
        assertThat(visit.reasonToReport()).isEmpty();
        assertThat(visit.trouble()).contains(Trouble.FAILED);
    }
}
