package com.micloud.signin.acceptance.password.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("A mail about a changed password")
final class PasswordMailIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String CHANGED = "Your password was changed";
    private static final String SET = "An administrator set your password";

    private final Portal portal;
    private final PlainTab tab = PlainTab.fresh();
    private User user;

    PasswordMailIT(Portal portal) {
        this.portal = portal;
        tab.browser().sending("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    @BeforeEach
    void member() {
        user = Member.of(portal).in("password").make();
    }

    private void change(PlainTab in, String query, String fresh) {
        in.open(URI.create(portal.realm("changepassword") + query)).username(user.username());
        in.fill("password", user.password()).newPassword(fresh);
        assertThat(in.has("done")).as("%s", in).isTrue();
    }

    /** Mails come in no order, but one thread after another: what is not there when a later one has come was not sent. */
    private void assertOnly(int count) {
        var other = portal.admin().user();
        portal.admin().setPassword(other, Names.password());
        portal.mailboxOf(other).await(1);
        assertThat(portal.mailboxOf(user).mails()).hasSize(count);
    }

    /** Only who is imported may have no address. */
    private User imported(String username, String password) {
        var credential = Map.of("type", "password", "value", password);
        var representation = Map.of("username", username, "enabled", true, "credentials", List.of(credential));
        var answer = portal.admin()
                .send(
                        "POST",
                        "/partialImport",
                        Json.write(Map.of("ifResourceExists", "FAIL", "users", List.of(representation))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new User(portal.admin().findUser(username).id(), username, password);
    }

    private double metric(String result) {
        return portal.metrics()
                .lines()
                .filter(line -> line.startsWith("micloud_password_mails_total") && line.contains('"' + result + '"'))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    @DisplayName(
            "comes once when users change it themselves; it says when and where from, and what to do if it was not they")
    void ownChange() {
        change(tab, "", Names.password());
        var mail = portal.mailboxOf(user).await(1);
        assertThat(mail.subject()).isEqualTo(CHANGED);
        for (var part : new String[] {mail.text(), mail.html()}) {
            assertThat(part)
                    .contains("The password that you sign in with was changed.")
                    .contains("UTC")
                    .containsAnyOf("127.0.0.1", "0:0:0:0:0:0:0:1")
                    .contains("Firefox, Linux")
                    .contains("If this was not you")
                    .contains("Authorized Contact")
                    .contains(portal.realm("forgotpassword").toString())
                    .doesNotContain(user.password());
        }
        assertOnly(1);
    }

    @Test
    @DisplayName("comes once when it is changed from a signed-in application")
    void fromApplication() {
        var application = OidcApplication.made(portal);
        var fresh = Names.password();
        tab.open(application.with("kc_action", "UPDATE_PASSWORD").begin().url()).username(user.username());
        tab.passwordAgain(user.password());
        tab.newPassword(fresh);
        assertThat(tab.page().hasArrived()).as("%s", tab).isTrue();
        assertThat(portal.mailboxOf(user).await(1).subject()).isEqualTo(CHANGED);
        assertOnly(1);
    }

    @Test
    @DisplayName("comes once, beside the mail with the link, when it is set by a link from a mail")
    void byMailedLink() {
        portal.admin().send("PUT", "/users/" + user.id() + "/execute-actions-email", "[\"UPDATE_PASSWORD\"]");
        tab.open(portal.mailboxOf(user).await(1).link());
        var onward = tab.page().document().selectFirst("main a[href*=action-token]");
        tab.open(URI.create(onward.absUrl("href")));
        var fresh = Names.password();
        tab.newPassword(fresh);
        assertThat(portal.mailboxOf(user).await(2).subject()).isEqualTo(CHANGED);
        assertOnly(2);
    }

    @Test
    @DisplayName("comes once, beside the mail with the code, when a forgotten one is reset")
    void byCode() {
        tab.open(portal.realm("forgotpassword")).username(user.username());
        tab.fill("code", portal.mailboxOf(user).await(1).code()).press("kc-login");
        var fresh = Names.password();
        tab.newPassword(fresh);
        assertThat(portal.mailboxOf(user).await(2).subject()).isEqualTo(CHANGED);
        assertOnly(2);
    }

    @Test
    @DisplayName("says that an administrator set it, and not where from, when one did")
    void administrator() {
        portal.admin().setPassword(user, Names.password());
        var mail = portal.mailboxOf(user).await(1);
        assertThat(mail.subject()).isEqualTo(SET);
        assertThat(mail.text())
                .contains("was set by an administrator")
                .contains("UTC")
                .contains("If you did not expect this")
                .contains(portal.realm("forgotpassword").toString())
                .doesNotContain("IP address")
                .doesNotContain("Browser")
                .doesNotContain("127.0.0.1");
        assertOnly(1);
    }

    @Test
    @DisplayName("comes once when an administrator sets it among other things, and not for those alone")
    void amongOthers() {
        portal.admin().change("/users/" + user.id(), node -> node.put("lastName", "Renamed"));
        portal.admin().change("/users/" + user.id(), node -> node.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", Names.password())
                .put("temporary", false));
        assertThat(portal.mailboxOf(user).await(1).subject()).isEqualTo(SET);
        assertOnly(1);
    }

    @Test
    @DisplayName("does not come when the change is refused, by its rules or for the wrong password")
    void refused() {
        tab.open(portal.realm("changepassword")).username(user.username());
        for (var fresh : new String[] {"short", Names.password()}) {
            tab.fill("password", fresh.equals("short") ? user.password() : "Wrong-Pass1")
                    .newPassword(fresh);
            assertThat(tab.error()).isNotEmpty();
        }
        var answer = portal.admin()
                .send(
                        "PUT",
                        "/users/" + user.id() + "/reset-password",
                        "{\"type\":\"password\",\"value\":\"short\",\"temporary\":false}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertOnly(0);
    }

    @Test
    @DisplayName("comes in the language that the user has chosen, else in that of the page")
    void language() {
        change(tab, "?ui_locales=de", Names.password());
        assertThat(portal.mailboxOf(user).await(1).subject()).isEqualTo("Ihr Passwort wurde geändert");

        portal.admin().change("/users/" + user.id(), node -> node.withObject("/attributes")
                .putArray("locale")
                .add("fr"));
        portal.admin().setPassword(user, Names.password());
        var mail = portal.mailboxOf(user).await(2);
        assertThat(mail.subject()).isEqualTo("Un administrateur a défini votre mot de passe");
        assertThat(mail.html()).contains("lang=\"fr\"").contains("prévenez un contact autorisé");
    }

    @Test
    @DisplayName("does not come to users without an address, whose change stands")
    void noAddress() {
        user = imported(Names.username(), Names.password());
        var before = metric("no_address");
        var fresh = Names.password();
        change(tab, "", fresh);
        await().atMost(PATIENCE).until(() -> metric("no_address") > before);
        assertThat(portal.log()).contains("Realm micloud: a user without an e-mail address was sent no mail.");
        assertOnly(0);
    }

    @Test
    @DisplayName("that the mail server does not take is told to the operator; the change stands")
    void mailServerDown() {
        var before = metric("failed");
        var down = Map.of("host", "localhost", "port", "1", "from", "no-reply@micloud.example");
        var settings = portal.admin().changeRealm(Map.of("smtpServer", down));
        var fresh = Names.password();
        try {
            change(tab, "", fresh);
            await().atMost(PATIENCE).until(() -> metric("failed") > before);
        } finally {
            portal.admin().changeRealm(settings);
        }
        assertThat(portal.log()).contains("Realm micloud: the mail micloud-password-changed.ftl could not be sent: ");
        assertOnly(0);
        var application = OidcApplication.made(portal);
        var other = PlainTab.fresh();
        other.open(application.begin().url()).username(user.username());
        other.passwordAgain(fresh);
        assertThat(other.page().hasArrived()).as("%s", other).isTrue();
    }
}
