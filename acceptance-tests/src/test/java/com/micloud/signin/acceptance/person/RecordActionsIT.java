package com.micloud.signin.acceptance.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("An action of Keycloak's that shows or changes the record")
final class RecordActionsIT {
    @AutoClose
    private final StandInOidcProvider provider = new StandInOidcProvider();

    private final PlainTab tab = PlainTab.wantingPages();
    private Portal portal;
    private User user;
    private OidcApplication application;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("sso-optional", provider).make();
        application = OidcApplication.made(portal);
    }

    private List<String> pending() {
        return StreamSupport.stream(
                        portal.admin()
                                .get("/users/" + user.id())
                                .path("requiredActions")
                                .spliterator(),
                        false)
                .map(action -> action.asText())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE_PROFILE",
                "UPDATE_EMAIL",
                "VERIFY_EMAIL",
                "CONFIGURE_TOTP",
                "webauthn-register",
                "webauthn-register-passwordless",
                "CONFIGURE_RECOVERY_AUTHN_CODES"
            })
    @DisplayName("waits for the password where it is pending and a provider signs the person in")
    void pending(String action) {
        // Else there is nothing to verify.
        portal.admin().change("/users/" + user.id(), node -> node.put("emailVerified", false));
        portal.admin().demand(user, action);
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username()).press("sso");
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(user.account().number());
        assertThat(pending()).contains(action);
        var own = PlainTab.wantingPages();
        own.open(application.begin().url()).username(user.username()).password(user.password());
        assertThat(own.page().hasArrived()).as("%s", own).isFalse();
        assertThat(own.has("sso")).isFalse();
    }

    @Test
    @DisplayName("does not stop somebody whose profile is not complete and whom a provider signs in")
    void incomplete() {
        portal.admin().change("/users/" + user.id(), node -> node.put("lastName", ""));
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username()).press("sso");
        application.redeem(attempt, tab);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE_PROFILE",
                "UPDATE_EMAIL",
                "CONFIGURE_TOTP",
                "webauthn-register",
                "CONFIGURE_RECOVERY_AUTHN_CODES"
            })
    @DisplayName("asks for the password where an application wants it and a provider signs the person in")
    void initiated(String action) {
        tab.open(application.with("kc_action", action).begin().url())
                .username(user.username())
                .press("sso");
        assertThat(tab.has("password")).as("%s", tab).isTrue();
        tab.password("Wrong-Pass1");
        assertThat(tab.page().error()).as("%s", tab).isNotEmpty();
        assertThat(portal.admin().failures(user)).isEqualTo(1);
        tab.passwordAgain(user.password());
        assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
        assertThat(tab.page().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("says where the record is kept to whoever has no password, and leads back to the application")
    void withoutPassword() {
        try (var customer = Customer.withOidc(portal)) {
            var finn = customer.member();
            var asking = application.with("kc_action", "UPDATE_PROFILE");
            var attempt = asking.begin();
            tab.open(attempt.url()).username(finn.username());
            assertThat(tab.has("record-elsewhere")).as("%s", tab).isTrue();
            tab.press("kc-cancel");
            asking.redeem(attempt, tab);
        }
    }

    @Test
    @DisplayName("goes on without a further question after the password, and a new address waits for its confirmation")
    void afterPassword() {
        var fresh = Names.username();
        var asking = application.with("kc_action", "UPDATE_EMAIL");
        var attempt = asking.begin();
        tab.open(attempt.url()).username(user.username()).password(user.password());
        tab.fill("email", fresh).press("kc-login");
        assertThat(tab.has("done")).as("%s", tab).isTrue();
        tab.reload();
        assertThat(tab.has("continue")).as("%s", tab).isTrue();
        tab.press("continue");
        asking.redeem(attempt, tab);
        assertThat(portal.admin().get("/users/" + user.id()).path("email").asText())
                .isEqualTo(user.username());
        assertThat(ConfirmMail.to(portal, fresh, 1).confirm().has("done")).isTrue();
        assertThat(portal.admin().get("/users/" + user.id()).path("email").asText())
                .isEqualTo(fresh);
        assertThat(pending()).isEmpty();
    }

    @Test
    @DisplayName("has a new username wait for its confirmation, entered in a form of the profile")
    void profile() {
        var fresh = Names.username();
        portal.admin().demand(user, "UPDATE_PROFILE");
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username()).password(user.password());
        tab.fill("username", fresh).fill("firstName", "Other").press("kc-login");
        assertThat(tab.has("done")).as("%s", tab).isTrue();
        tab.press("continue");
        application.redeem(attempt, tab);
        var record = portal.admin().get("/users/" + user.id());
        assertThat(record.path("username").asText()).isEqualTo(user.username());
        assertThat(record.path("firstName").asText()).isEqualTo("Other");
        assertThat(ConfirmMail.to(portal, fresh, 1).confirm().has("done")).isTrue();
    }
}
