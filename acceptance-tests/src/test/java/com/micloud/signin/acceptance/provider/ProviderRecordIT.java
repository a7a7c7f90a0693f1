package com.micloud.signin.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@AcceptanceTest
@DisplayName("What a provider with sync mode FORCE says of a person")
final class ProviderRecordIT {
    @AutoClose
    private final StandInOidcProvider provider = new StandInOidcProvider();

    private Portal portal;
    private Admin admin;
    private User user;
    private Account account;
    private String role;
    private OidcApplication application;
    private PlainTab tab;
    private JsonNode recordBefore;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        admin = portal.admin();
        account = admin.account("sso-required");
        user = Member.of(portal).withoutPassword().in(account).make();
        admin.provider(account, provider.representation(Map.of("syncMode", "FORCE")));
        admin.change("/identity-provider/instances/" + provider.alias(), node -> node.put("trustEmail", true));
        role = "role-" + Names.word();
        admin.create("/roles", Map.of("name", role));
        mapper("oidc-user-attribute-idp-mapper", "FORCE", Map.of("claim", "mail", "user.attribute", "email"));
        mapper("oidc-user-attribute-idp-mapper", "INHERIT", Map.of("claim", "first", "user.attribute", "firstName"));
        mapper("oidc-user-attribute-idp-mapper", "INHERIT", Map.of("claim", "language", "user.attribute", "locale"));
        mapper("oidc-hardcoded-role-idp-mapper", "FORCE", Map.of("role", role));
        provider.signsIn("subject-1", user.username()).spoiling(claims -> claims.claim("email", "taken@evil.example")
                .claim("email_verified", false)
                .claim("given_name", "Taken")
                .claim("family_name", "Taken")
                .claim("mail", "taken-too@evil.example")
                .claim("first", "Taken")
                .claim("language", "de"));
        application = OidcApplication.made(portal);
        tab = PlainTab.wantingPages();
        recordBefore = personalRecord();
    }

    private void mapper(String type, String mode, Map<String, String> settings) {
        mapper(provider, type, mode, settings);
    }

    private void mapper(StandInProvider owner, String type, String mode, Map<String, String> settings) {
        var config = new HashMap<>(settings);
        config.put("syncMode", mode);
        admin.create(
                "/identity-provider/instances/" + owner.alias() + "/mappers",
                Map.of(
                        "name",
                        Names.word(),
                        "identityProviderAlias",
                        owner.alias(),
                        "identityProviderMapper",
                        type,
                        "config",
                        config));
    }

    private JsonNode personalRecord() {
        var found = admin.get("/users/" + user.id()).deepCopy();
        ((ObjectNode) found)
                .retain("username", "email", "emailVerified", "firstName", "lastName", "requiredActions", "enabled");
        return found;
    }

    private String locale() {
        return admin.get("/users/" + user.id()).at("/attributes/locale/0").asText();
    }

    private List<String> roles() {
        var names = new ArrayList<String>();
        admin.get("/users/" + user.id() + "/role-mappings/realm")
                .forEach(mapped -> names.add(mapped.get("name").asText()));
        return names;
    }

    private void signIn() {
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(account.number());
    }

    private void assertMapped() {
        assertThat(personalRecord()).isEqualTo(recordBefore);
        assertThat(locale()).isEqualTo("de");
        assertThat(roles()).contains(role);
    }

    private void assertNothingWritten() {
        assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
        assertThat(tab.page().status()).as("%s", tab).isBetween(400, 502);
        assertThat(personalRecord()).isEqualTo(recordBefore);
        assertThat(locale()).isEmpty();
        assertThat(roles()).doesNotContain(role);
    }

    @Nested
    @DisplayName("whom the guard admits")
    final class Admitted {
        @Test
        @DisplayName("at the first sign-in, is written where a mapper says so, and never to the record")
        void first() {
            signIn();
            assertMapped();
        }

        @Test
        @DisplayName("and who is linked already, is written where a mapper says so, and never to the record")
        void linked() {
            admin.link(user, provider.alias(), "subject-1", user.username());
            mapper(
                    "hardcoded-attribute-idp-mapper",
                    "FORCE",
                    Map.of("attribute", "username", "attribute.value", "taken"));
            signIn();
            assertMapped();
        }

        @Test
        @DisplayName("after a flow of the provider's own, is written where a mapper says so, and never to the record")
        void afterPostLoginFlow() {
            var flow = "after-" + Names.word();
            admin.create(
                    "/authentication/flows",
                    Map.of("alias", flow, "providerId", "basic-flow", "topLevel", true, "builtIn", false));
            admin.create(
                    "/authentication/flows/" + flow + "/executions/execution",
                    Map.of("provider", "allow-access-authenticator"));
            admin.get("/authentication/flows/" + flow + "/executions").forEach(execution -> {
                ((ObjectNode) execution).put("requirement", "REQUIRED");
                admin.put("/authentication/flows/" + flow + "/executions", execution);
            });
            admin.change(
                    "/identity-provider/instances/" + provider.alias(),
                    node -> node.put("postBrokerLoginFlowAlias", flow));
            signIn();
            assertMapped();
            signIn();
            assertMapped();
        }

        @Test
        @DisplayName("is written anew at every sign-in, as the stored modes want")
        void again() {
            signIn();
            provider.spoiling(claims -> claims.claim("language", "fr").claim("first", "Taken"));
            tab = PlainTab.wantingPages();
            signIn();
            assertThat(locale()).isEqualTo("fr");
            assertThat(personalRecord()).isEqualTo(recordBefore);
        }

        @Test
        @DisplayName("is not written where mapper and provider have the mode IMPORT")
        void imported() {
            var other = "role-" + Names.word();
            admin.create("/roles", Map.of("name", other));
            mapper("oidc-hardcoded-role-idp-mapper", "IMPORT", Map.of("role", other));
            admin.change("/identity-provider/instances/" + provider.alias(), node -> node.withObject("/config")
                    .put("syncMode", "IMPORT"));
            signIn();
            assertThat(roles()).contains(role).doesNotContain(other);
            assertThat(locale()).isEmpty();
        }

        @Test
        @DisplayName("leaves the modes as an administrator has set them")
        void modes() {
            signIn();
            var stored = admin.get("/identity-provider/instances/" + provider.alias());
            assertThat(stored.at("/config/syncMode").asText()).isEqualTo("FORCE");
            admin.get("/identity-provider/instances/" + provider.alias() + "/mappers")
                    .forEach(mapper ->
                            assertThat(mapper.at("/config/syncMode").asText()).isIn("FORCE", "INHERIT"));
            admin.get("/organizations/" + account.id() + "/identity-providers")
                    .forEach(linked ->
                            assertThat(linked.at("/config/syncMode").asText()).isEqualTo("FORCE"));
        }
    }

    /** What happens while somebody is at the provider. */
    enum Meanwhile {
        LEFT_THE_ACCOUNT,
        ACCOUNT_DELETED,
        ACCOUNT_SWITCHED_OFF,
        USER_SWITCHED_OFF,
        PROVIDER_TAKEN_FROM_THE_ACCOUNT;

        void happen(Admin admin, User user, Account account, StandInProvider provider) {
            switch (this) {
                case LEFT_THE_ACCOUNT -> admin.leave(user, account);
                case ACCOUNT_DELETED -> admin.delete(account);
                case ACCOUNT_SWITCHED_OFF -> admin.enable(account, false);
                case USER_SWITCHED_OFF -> admin.enable(user, false);
                case PROVIDER_TAKEN_FROM_THE_ACCOUNT -> admin.takeProvider(account, provider.alias());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("who is linked and refused, is not written at all")
    void refused(Meanwhile meanwhile) {
        admin.link(user, provider.alias(), "subject-1", user.username());
        assertRefusedAfter(meanwhile);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("who comes for the first time and is refused, is not written at all")
    void refusedAtFirst(Meanwhile meanwhile) {
        assertRefusedAfter(meanwhile);
    }

    private void assertRefusedAfter(Meanwhile meanwhile) {
        provider.pausing();
        tab.open(application.begin().url()).username(user.username());
        meanwhile.happen(admin, user, account, provider);
        recordBefore = personalRecord();
        tab.open(provider.answer());
        assertNothingWritten();
    }

    @Test
    @DisplayName("who is somebody else, is not written at all, to neither of them")
    void somebodyElse() {
        admin.link(user, provider.alias(), "subject-1", user.username());
        var typed = Member.of(portal).withoutPassword().in(account).make();
        tab.open(application.begin().url()).username(typed.username());
        assertThat(tab.page().status()).as("%s", tab).isEqualTo(403);
        assertNothingWritten();
    }

    @Nested
    @DisplayName("over SAML")
    final class Saml {
        @AutoClose
        private StandInSamlProvider saml;

        private final String samlRole = "role-" + Names.word();

        @BeforeEach
        void meet() {
            saml = new StandInSamlProvider(portal);
            admin.provider(account, saml.representation(Map.of("syncMode", "FORCE")));
            admin.change("/identity-provider/instances/" + saml.alias(), node -> node.put("trustEmail", true));
            admin.enableProvider(provider.alias(), false);
            admin.create("/roles", Map.of("name", samlRole));
            mapper(saml, "oidc-hardcoded-role-idp-mapper", "FORCE", Map.of("role", samlRole));
            // The NameID is an e-mail address, which Keycloak would write in these letters.
            saml.signsIn(user.username().toUpperCase(Locale.ROOT));
            admin.link(user, saml.alias(), user.username().toUpperCase(Locale.ROOT), user.username());
        }

        @Test
        @DisplayName("and whom the guard admits, is written where a mapper says so, and never to the record")
        void admitted() {
            signIn();
            assertThat(personalRecord()).isEqualTo(recordBefore);
            assertThat(roles()).contains(samlRole);
        }

        @Test
        @DisplayName("and who is refused, is not written at all")
        void refused() {
            saml.pausing();
            tab.open(application.begin().url()).username(user.username());
            admin.leave(user, account);
            tab.post(saml.consumer(), saml.answer());
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(403);
            assertThat(personalRecord()).isEqualTo(recordBefore);
            assertThat(roles()).doesNotContain(samlRole);
        }
    }
}
