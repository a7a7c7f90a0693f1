package com.micloud.signin.acceptance.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountConsole;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links of mails that are opened in a browser where somebody else is signed in. */
@AcceptanceTest
@DisplayName("A mail link opened where somebody else is signed in")
final class MailLinksIT {
    private static final String GO_ON = "sign-out-and-go-on";

    private Portal portal;
    private User user;
    private User other;
    private OidcApplication application;
    private PlainTab tab;
    private Tokens tokens;

    /** The mails with a link. */
    enum Kind {
        FORGOTTEN_PASSWORD {
            @Override
            URI link(MailLinksIT test) {
                PlainTab.fresh().open(test.portal.realm("forgotpassword")).username(test.user.username());
                return test.portal.mailboxOf(test.user).await(1).link();
            }
        },
        ACTIONS {
            @Override
            URI link(MailLinksIT test) {
                test.sent("/execute-actions-email", "[\"UPDATE_PASSWORD\"]");
                return test.portal.mailboxOf(test.user).lastLink();
            }
        },
        VERIFICATION {
            @Override
            URI link(MailLinksIT test) {
                test.sent("/send-verify-email", "");
                return test.portal.mailboxOf(test.user).lastLink();
            }
        },
        INVITATION {
            @Override
            URI link(MailLinksIT test) {
                var another = test.portal.admin().account("password");
                return Invitation.to(test.portal, another, test.user.username()).link();
            }
        },
        INVITATION_OF_NEW_PERSON {
            @Override
            URI link(MailLinksIT test) {
                return Invitation.to(test.portal, test.user.account()).link();
            }
        },
        NEW_ADDRESS {
            @Override
            URI link(MailLinksIT test) {
                var console = new AccountConsole(test.portal);
                var fresh = Names.username();
                var own = console.signIn(PlainTab.wantingPages(), test.user);
                console.save(test.user, Map.of("email", fresh), own);
                return ConfirmMail.to(test.portal, fresh, 1).link();
            }
        };

        abstract URI link(MailLinksIT test);
    }

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("password").make();
        other = Member.of(portal).in(user.account()).make();
        application = OidcApplication.made(portal);
        tab = PlainTab.wantingPages();
        tokens = application.signIn(tab, other);
    }

    private void sent(String path, String body) {
        sent(user, path, body);
    }

    private void sent(User to, String path, String body) {
        portal.admin().change("/users/" + to.id(), node -> node.put("emailVerified", false));
        assertThat(portal.admin().send("PUT", "/users/" + to.id() + path, body).statusCode())
                .isIn(200, 204);
    }

    private boolean isOtherIn() {
        return portal.admin().sessions(other) == 1;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("offers to sign that person out, and goes on as in a browser of its own")
    void goesOn(Kind kind) {
        var link = kind.link(this);
        var own = PlainTab.wantingPages();
        own.open(link);
        tab.open(link);
        assertThat(tab.page().status()).as("%s", tab).isEqualTo(200);
        assertThat(tab.text("signed-in")).isEqualTo(other.username());
        assertThat(tab.page().document().text()).doesNotContain(user.username());
        tab.press(GO_ON);
        assertThat(tab.page().status()).as("%s", tab).isEqualTo(200);
        assertThat(tab.heading()).isEqualTo(own.heading()).isNotEmpty();
        assertThat(tab.address().getPath()).isEqualTo(own.address().getPath());
        assertThat(isOtherIn()).isFalse();
        assertThat(application.refresh(tokens).error()).isEqualTo("invalid_grant");
        assertThat(portal.events().of(other))
                .anyMatch(event -> event.type().equals("LOGOUT"))
                .noneMatch(event -> event.details().toString().contains("eyJ"));
        assertThat(portal.log()).doesNotContain(keyOf(link));
    }

    private static String keyOf(URI link) {
        return link.getRawQuery().replaceAll(".*(?:key|token)=([^&]*).*", "$1");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("leaves that person signed in who wants to stay, and still works elsewhere")
    void stays(Kind kind) {
        var link = kind.link(this);
        tab.open(link).press("stay");
        assertThat(tab.page().status()).as("%s", tab).isEqualTo(200);
        assertThat(tab.has("done")).as("%s", tab).isTrue();
        assertThat(tab.has("error")).isFalse();
        assertThat(isOtherIn()).isTrue();
        assertThat(application.refresh(tokens).tokens().accessToken()).isNotEmpty();
        var elsewhere = PlainTab.wantingPages();
        assertThat(elsewhere.open(link).has("error")).as("%s", elsewhere).isFalse();
        assertThat(elsewhere.page().status()).as("%s", elsewhere).isEqualTo(200);
    }

    @Test
    @DisplayName("still sets the new password")
    void newPassword() {
        tab.open(Kind.FORGOTTEN_PASSWORD.link(this)).press(GO_ON).newPassword("Fresh-Pass1");
        assertThat(tab.has("done")).as("%s", tab).isTrue();
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username()).password("Fresh-Pass1");
        application.redeem(attempt, tab);
    }

    @Test
    @DisplayName("goes on at once where that person is gone meanwhile")
    void signedOutMeanwhile() {
        tab.open(Kind.ACTIONS.link(this));
        portal.admin().endBrowserSessions(other);
        tab.press(GO_ON);
        assertThat(tab.has("proceed")).as("%s", tab).isTrue();
    }

    @Test
    @DisplayName("asks again where yet another person is signed in meanwhile")
    void anotherMeanwhile() {
        tab.open(Kind.ACTIONS.link(this));
        var asked = tab.page();
        var third = Member.of(portal).in(user.account()).make();
        application.signIn(tab, third);
        tab.show(asked.press(GO_ON));
        assertThat(tab.text("signed-in")).as("%s", tab).isEqualTo(third.username());
        assertThat(portal.admin().sessions(third)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"execute-actions-email", "send-verify-email"})
    @DisplayName("ends at a page with a way on, for somebody whom an administrator has just made")
    void ends(String mail) {
        var made = Member.of(portal).withoutPassword().in(user.account()).make();
        sent(made, "/" + mail, mail.startsWith("send") ? "" : "[\"UPDATE_PASSWORD\",\"VERIFY_EMAIL\"]");
        var own = PlainTab.wantingPages();
        own.open(portal.mailboxOf(made).lastLink()).press("proceed");
        if (own.has("password-new")) {
            own.newPassword("Fresh-Pass1");
        }
        assertThat(own.has("done")).as("%s", own).isTrue();
        var onward = own.page().document().selectFirst("main a");
        assertThat(onward).as("%s", own).isNotNull();
        assertThat(own.open(URI.create(onward.absUrl("href"))).has("error"))
                .as("%s", own)
                .isFalse();
        assertThat(own.page().status()).as("%s", own).isEqualTo(200);
    }

    @Test
    @DisplayName("signs nobody out for a form of another browser, or of nobody")
    void forged() {
        var link = Kind.ACTIONS.link(this);
        var attacker = PlainTab.wantingPages();
        var third = Member.of(portal).in(user.account()).make();
        application.signIn(attacker, third);
        attacker.open(link);
        var action = attacker.page().actionOf(GO_ON);
        var stolen =
                attacker.page().document().select("main form input[name=link]").val();
        for (var value : new String[] {stolen, stolen + "x", "", link.toString(), "https://evil.example/"}) {
            tab.post(action, Map.of("link", value));
            assertThat(tab.page().status()).as("%s", tab).isLessThan(500);
            assertThat(tab.address().getHost()).isEqualTo("localhost");
            assertThat(isOtherIn()).isTrue();
        }
        tab.post(action, Map.of());
        assertThat(tab.page().status()).as("%s", tab).isLessThan(500);
        assertThat(isOtherIn()).isTrue();
    }
}
