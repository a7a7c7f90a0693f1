package com.micloud.signin.acceptance.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountConsole;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("A person who changes username or e-mail address")
final class RecordChangeIT {
    private final PlainTab tab = PlainTab.wantingPages();
    private final String fresh = Names.username();
    private Portal portal;
    private AccountConsole console;
    private User user;
    private Tokens tokens;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        console = new AccountConsole(portal);
        user = Member.of(portal).in("password").make();
        tokens = console.signIn(tab, user);
    }

    @AfterEach
    void reset() {
        portal.clock().reset();
    }

    private String now(String attribute) {
        return portal.admin().get("/users/" + user.id()).path(attribute).asText();
    }

    private int save(String attribute, String value) {
        return console.save(user, Map.of(attribute, value), tokens).statusCode();
    }

    private ConfirmMail asked(String address) {
        return ConfirmMail.to(portal, address, 1);
    }

    private void assertOver(PlainTab opened) {
        assertThat(opened.page().status()).as("%s", opened).isEqualTo(400);
        assertThat(opened.page().error()).isNotEmpty();
    }

    @Test
    @DisplayName(
            "is mailed a link at the new e-mail address; the old one counts until it is confirmed, and is told at once")
    void email() {
        assertThat(save("email", fresh)).isEqualTo(204);
        assertThat(now("email")).isEqualTo(user.username());
        var mail = asked(fresh);
        var told = ConfirmMail.box(portal, user.username()).await(1);
        assertThat(told.text()).contains(fresh);
        assertThat(mail.mail().text()).doesNotContain(user.username());
        var opened = mail.confirm();
        assertThat(opened.has("done")).as("%s", opened).isTrue();
        assertThat(now("email")).isEqualTo(fresh);
        assertThat(portal.admin()
                        .get("/users/" + user.id())
                        .path("emailVerified")
                        .asBoolean())
                .isTrue();
        assertThat(now("username")).isEqualTo(user.username());
        assertThat(ConfirmMail.box(portal, user.username()).await(2).text()).contains(fresh);
        assertThat(portal.events().of(user)).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("UPDATE_EMAIL");
            assertThat(event.detail("previous_email")).isEqualTo(user.username());
            assertThat(event.detail("updated_email")).isEqualTo(fresh);
        });
    }

    @Test
    @DisplayName("signs in with the new username once it is confirmed, and the old one is unknown then")
    void username() {
        assertThat(save("username", fresh)).isEqualTo(204);
        assertThat(now("username")).isEqualTo(user.username());
        assertThat(asked(fresh).confirm().has("done")).isTrue();
        assertThat(now("username")).isEqualTo(fresh);
        assertThat(now("email")).isEqualTo(user.username());
        var application = OidcApplication.made(portal);
        var renamed = user.renamed(fresh);
        assertThat(application
                        .signIn(PlainTab.wantingPages(), renamed, user.account())
                        .idClaims())
                .containsEntry("sub", user.id());
        var old = PlainTab.wantingPages();
        old.open(application.begin().url()).username(user.username()).password(user.password());
        assertThat(old.has("password")).as("%s", old).isTrue();
        assertThat(portal.events().of(user)).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("UPDATE_PROFILE");
            assertThat(event.detail("previous_username")).isEqualTo(user.username());
            assertThat(event.detail("updated_username")).isEqualTo(fresh);
        });
    }

    @Test
    @DisplayName("confirms both with one link where both become the same address, with two where they differ")
    void both() {
        var other = Names.username();
        assertThat(console.save(user, Map.of("username", fresh, "email", fresh), tokens)
                        .statusCode())
                .isEqualTo(204);
        assertThat(asked(fresh).confirm().has("done")).isTrue();
        assertThat(now("username")).isEqualTo(fresh);
        assertThat(now("email")).isEqualTo(fresh);
        assertThat(console.save(user, Map.of("username", other, "email", user.username()), tokens)
                        .statusCode())
                .isEqualTo(204);
        assertThat(ConfirmMail.box(portal, other).await(1).text()).contains("micloud-confirm");
    }

    @Test
    @DisplayName("gets a reset mail at the address that counts, never at one that waits")
    void resetMail() {
        save("email", fresh);
        asked(fresh);
        ConfirmMail.box(portal, user.username()).await(1);
        var forgotten = PlainTab.wantingPages();
        forgotten
                .open(portal.realm("forgotpassword"))
                .fill("username", user.username())
                .press("kc-login");
        assertThat(ConfirmMail.box(portal, user.username()).await(2).code()).hasSize(6);
        assertThat(ConfirmMail.box(portal, fresh).mails()).hasSize(1);
    }

    @Test
    @DisplayName("must have given the password in the last five minutes, in an unattended console too")
    void unattended() {
        portal.clock().forward(Duration.ofMinutes(6));
        tokens = console.client().refresh(tokens).tokens();
        assertThat(console.read(tokens).statusCode()).isEqualTo(200);
        assertThat(save("email", fresh)).isEqualTo(403);
        assertThat(save("username", fresh)).isEqualTo(403);
        assertThat(save("firstName", "Other")).isEqualTo(403);
        assertThat(ConfirmMail.box(portal, fresh).mails()).isEmpty();
        assertThat(now("firstName")).isEqualTo("Test");
    }

    @Test
    @DisplayName("changes first and last name at once")
    void names() {
        assertThat(save("firstName", "Other")).isEqualTo(204);
        assertThat(now("firstName")).isEqualTo("Other");
    }

    @Test
    @DisplayName("changes nothing by an address that differs in the case of letters only")
    void sameButForCase() {
        assertThat(save("username", user.username().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(204);
        assertThat(now("username")).isEqualTo(user.username());
        assertThat(ConfirmMail.box(portal, user.username()).mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "ceo", "someone@", "<script>@evil.example", "аnn@acme.example"})
    @DisplayName("is told at the field about a username that is no e-mail address, or has look-alike letters")
    void noAddress(String value) {
        var answer = console.save(user, Map.of("username", value), tokens);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.read(answer.body()).toString()).contains("username");
        assertThat(now("username")).isEqualTo(user.username());
    }

    @Test
    @DisplayName("learns nothing about others: a name that somebody has is answered like any other")
    void somebodyElses() {
        var other = portal.admin().user();
        var taken = console.save(user, Map.of("username", other.username()), tokens);
        var free = console.save(user, Map.of("username", fresh), tokens);
        assertThat(taken.statusCode()).isEqualTo(free.statusCode()).isEqualTo(204);
        assertThat(taken.body()).isEqualTo(free.body());
        var opened = asked(other.username()).confirm();
        assertThat(opened.page().status()).as("%s", opened).isEqualTo(400);
        assertThat(now("username")).isEqualTo(user.username());
        assertThat(console.save(user, Map.of("email", other.username()), tokens).statusCode())
                .isEqualTo(204);
        assertThat(ConfirmMail.to(portal, other.username(), 2).confirm().page().status())
                .isEqualTo(400);
        assertThat(now("email")).isEqualTo(user.username());
    }

    @Test
    @DisplayName("cannot have an address that somebody takes meanwhile")
    void takenMeanwhile() {
        save("username", fresh);
        var mail = asked(fresh);
        portal.admin().user(fresh, Names.password());
        assertOver(mail.confirm());
        assertThat(now("username")).isEqualTo(user.username());
    }

    @Test
    @DisplayName("asks for five changes in an hour at most")
    void tooMany() {
        for (int i = 0; i < 5; i++) {
            assertThat(save("email", Names.username())).isEqualTo(204);
        }
        assertThat(save("email", fresh)).isEqualTo(429);
        assertThat(ConfirmMail.box(portal, fresh).mails()).isEmpty();
    }

    @Nested
    @DisplayName("gets a link that")
    final class Link {
        private ConfirmMail mail;

        @BeforeEach
        void ask() {
            save("email", fresh);
            mail = asked(fresh);
        }

        @Test
        @DisplayName("changes nothing when it is only opened, as mail scanners do")
        void scanned() {
            var opened = PlainTab.wantingPages();
            opened.open(mail.link()).open(mail.link());
            assertThat(opened.has("confirm")).as("%s", opened).isTrue();
            assertThat(now("email")).isEqualTo(user.username());
            assertThat(mail.confirm().has("done")).isTrue();
        }

        @Test
        @DisplayName("counts once")
        void twice() {
            var first = PlainTab.wantingPages();
            first.open(mail.link());
            var second = PlainTab.wantingPages();
            second.open(mail.link());
            first.press("confirm");
            assertThat(first.has("done")).isTrue();
            second.press("confirm");
            assertOver(second);
            second.open(mail.link());
            assertOver(second);
            assertThat(now("email")).isEqualTo(fresh);
        }

        @Test
        @DisplayName("counts for a quarter of an hour")
        void late() {
            portal.clock().forward(Duration.ofMinutes(16));
            var opened = PlainTab.wantingPages();
            opened.open(mail.link());
            assertOver(opened);
            assertThat(now("email")).isEqualTo(user.username());
        }

        @Test
        @DisplayName("counts no more once the password was changed")
        void passwordChanged() {
            portal.admin().setPassword(user, Names.password());
            var opened = PlainTab.wantingPages();
            opened.open(mail.link());
            assertOver(opened);
        }

        @Test
        @DisplayName("counts no more once another change was confirmed")
        void another() {
            var other = Names.username();
            save("email", other);
            asked(other).confirm();
            var opened = PlainTab.wantingPages();
            opened.open(mail.link());
            assertOver(opened);
            assertThat(now("email")).isEqualTo(other);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "?token=", "?token=x.y.z", "?token=a&token=b"})
        @DisplayName("leads to a plain page where it is cut, made up or doubled")
        void spoilt(String query) {
            var opened = PlainTab.wantingPages();
            opened.open(portal.realm("micloud-confirm" + query));
            assertOver(opened);
        }

        @Test
        @DisplayName("cannot be made of another text that the realm has signed")
        void otherToken() {
            var opened = PlainTab.wantingPages();
            opened.open(portal.realm("micloud-confirm?token=" + tokens.refreshToken()));
            assertOver(opened);
        }
    }

    @Nested
    @DisplayName("and whom a customer's provider has signed in")
    final class ByProvider {
        @AutoClose
        private Customer<StandInOidcProvider> customer;

        private Tokens brought;

        @BeforeEach
        void meet() {
            customer = Customer.withOidc(portal);
            user = customer.member();
            var application =
                    OidcApplication.made(portal, Map.of("client.use.lightweight.access.token.enabled", "true"));
            portal.admin().changeClient(application.clientId(), client -> client.put("fullScopeAllowed", true));
            brought = application.signIn(PlainTab.wantingPages(), user);
        }

        @Test
        @DisplayName("changes neither by the account API")
        void nothing() {
            assertThat(console.save(user, Map.of("email", fresh), brought).statusCode())
                    .isIn(401, 403);
            assertThat(now("email")).isEqualTo(user.username());
            assertThat(ConfirmMail.box(portal, fresh).mails()).isEmpty();
        }
    }
}
