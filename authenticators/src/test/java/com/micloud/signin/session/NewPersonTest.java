package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestRealms;
import com.micloud.signin.TestRequest;
import com.micloud.signin.TestUsers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;

@DisplayName("A new person")
final class NewPersonTest {

    @Test
    @DisplayName("is whoever was made in this very request, and nobody else")
    void made() {
        KeycloakSession session = new TestRequest(TestRealms.guarded(), "/realms/micloud/x").session();
        assertThat(NewPerson.isMadeIn(session, TestUsers.named("alex"))).isFalse();
        NewPerson.note(session, TestUsers.named("alex"));
        assertThat(NewPerson.isMadeIn(session, TestUsers.named("alex"))).isTrue();
        assertThat(NewPerson.isMadeIn(session, TestUsers.named("finn"))).isFalse();
        KeycloakSession later = new TestRequest(TestRealms.guarded(), "/realms/micloud/x").session();
        assertThat(NewPerson.isMadeIn(later, TestUsers.named("alex"))).isFalse();
    }
}
