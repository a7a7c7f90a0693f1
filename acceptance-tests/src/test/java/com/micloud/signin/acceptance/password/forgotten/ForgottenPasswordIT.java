package com.micloud.signin.acceptance.password.forgotten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.Outside;
import com.micloud.signin.acceptance.harness.plain.PlainBrowser;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Event;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Mailbox;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("Whoever has forgotten a password")
final class ForgottenPasswordIT {
    private static final String OVER = "No code can be used here any more";
    private static final String USED = "This link or code was used already";

    private Portal portal;
    private User user;
    private OidcApplication application;
    private Mailbox mailbox;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("password").make();
        application = OidcApplication.made(portal);
        mailbox = portal.mailboxOf(user);
        tab = PlainTab.fresh();
    }

    private URI address() {
        return portal.realm("forgotpassword");
    }

    /** Asks for a mail at the address that people type. */
    private void ask(PlainTab in) {
        in.open(address()).username(user.username());
        assertThat(in.heading()).as("%s", in).isEqualTo("Check your email");
    }

    private static void enter(PlainTab in, String code) {
        in.fill("code", code).press("kc-login");
    }

    private static String set(PlainTab in) {
        assertThat(in.has("password-new")).as("%s", in).isTrue();
        assertThat(in.has("password")).as("%s", in).isFalse();
        var fresh = Names.password();
        in.newPassword(fresh);
        return fresh;
    }

    private void assertOpens(String password) {
        var attempt = application.begin();
        var fresh = PlainTab.fresh();
        fresh.open(attempt.url()).username(user.username());
        fresh.passwordAgain(password);
        assertThat(AccountClaim.numberIn(application.redeem(attempt, fresh).idClaims()))
                .isEqualTo(user.account().number());
    }

    private Event event(String type) {
        await().until(() -> portal.events().of(user).stream().anyMatch(event -> type.equals(event.type())));
        return portal.events().of(user).stream()
                .filter(event -> type.equals(event.type()))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    @DisplayName("with the link of the mail")
    final class Link {
        @Test
        @DisplayName("sets a new one in a browser that knows nothing of it, and gets no session by that")
        void elsewhere() {
            ask(tab);
            var other = PlainTab.fresh();
            other.open(mailbox.await(1).link());
            var fresh = set(other);
            assertThat(other.text("done")).startsWith("Use the new password from now on");
            assertThat(other.page().document().select("main a.btn"))
                    .as("%s", other)
                    .isNotEmpty();
            assertThat(other.browser().cookie("KEYCLOAK_IDENTITY")).isEmpty();
            assertOpens(fresh);
        }

        @Test
        @DisplayName("goes on to the application in the browser in which it was asked for")
        void sameBrowser() {
            var attempt = application.begin();
            tab.open(attempt.url()).username(user.username()).press("forgot-password");
            assertThat(tab.value("username")).isEqualTo(user.username());
            tab.press("kc-login");
            var second = tab.another();
            second.open(mailbox.await(1).link());
            set(second);
            assertThat(AccountClaim.numberIn(application.redeem(attempt, second).idClaims()))
                    .isEqualTo(user.account().number());
        }

        @Test
        @DisplayName("opened by mail scanners as often as they like is still good")
        void scanners() {
            ask(tab);
            var link = mailbox.await(1).link();
            for (var times = 0; times < 3; times++) {
                assertThat(new PlainBrowser().open(link).status()).isEqualTo(200);
            }
            var scanner = PlainTab.fresh();
            scanner.open(link).open(link).reload();
            var person = PlainTab.fresh();
            person.open(link);
            assertOpens(set(person));
        }

        @Test
        @DisplayName("is good for one new password, also where the page was opened before")
        void once() {
            ask(tab);
            var link = mailbox.await(1).link();
            var first = PlainTab.fresh();
            first.open(link);
            var second = PlainTab.fresh();
            second.open(link);
            var fresh = set(first);
            set(second);
            assertThat(second.error()).startsWith(USED);
            assertOpens(fresh);
            var third = PlainTab.fresh();
            third.open(link);
            assertThat(third.error()).startsWith(USED);
            third.press("try-again");
            assertThat(third.heading()).isEqualTo("Forgot password");
        }

        @Test
        @DisplayName("still has the new one obey the rules, and may try again")
        void rules() {
            ask(tab);
            tab.open(mailbox.await(1).link());
            tab.fill("password-new", "short").fill("password-confirm", "short").press("kc-submit");
            assertThat(tab.error()).as("%s", tab).isNotEmpty();
            assertOpens(set(tab));
        }
    }

    @Nested
    @DisplayName("with the code of the mail")
    final class Code {
        @ParameterizedTest
        @ValueSource(strings = {"before", "after"})
        @DisplayName("sets a new one, and goes on to the application that began it, without typing it again")
        void goesOn(String selection) {
            application = OidcApplication.made(portal, Map.of("micloud.accountSelection", selection));
            var attempt = application.begin();
            tab.open(attempt.url())
                    .username(user.username())
                    .press("forgot-password")
                    .press("kc-login");
            enter(tab, mailbox.await(1).code());
            set(tab);
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(user.account().number());
        }

        @Test
        @DisplayName("goes on in the account that was picked before")
        void pickedAccount() {
            var second = portal.admin().account("password");
            portal.admin().join(user, second);
            var attempt = application.begin();
            tab.open(attempt.url()).username(user.username()).pickAccount(second.number());
            tab.press("forgot-password").press("kc-login");
            enter(tab, mailbox.await(1).code());
            set(tab);
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(second.number());
        }

        @Test
        @DisplayName("sees that it was changed, where no application began it")
        void alone() {
            ask(tab);
            enter(tab, " " + mailbox.await(1).code().replaceFirst("(...)", "$1 "));
            var fresh = set(tab);
            assertThat(tab.text("done")).startsWith("Use the new password from now on");
            assertThat(tab.browser().cookie("KEYCLOAK_IDENTITY")).isEmpty();
            assertOpens(fresh);
        }

        @Test
        @DisplayName("typed wrong tries again; after five tries the right one is none any more")
        void tries() {
            ask(tab);
            var mail = mailbox.await(1);
            for (var times = 0; times < 5; times++) {
                enter(tab, mail.wrongCode());
                assertThat(tab.error()).isEqualTo("That is not the code from the message. Check it and try again.");
                assertThat(tab.page().element("code").attr("aria-invalid")).isEqualTo("true");
            }
            enter(tab, mail.code());
            assertThat(tab.error()).startsWith(OVER);
            tab.press("send-again");
            enter(tab, mailbox.await(2).code());
            assertOpens(set(tab));
        }

        @Test
        @DisplayName("that is no code wastes no try")
        void noCode() {
            ask(tab);
            var mail = mailbox.await(1);
            for (var times = 0; times < 6; times++) {
                enter(tab, "12345");
                assertThat(tab.error()).isEqualTo("The code has six digits. Check it and try again.");
                enter(tab, "");
                assertThat(tab.error()).isEqualTo("Enter the code from the message.");
            }
            enter(tab, mail.code());
            set(tab);
        }

        @Test
        @DisplayName("of somebody else's page opens nothing")
        void otherPage() {
            ask(tab);
            var mail = mailbox.await(1);
            var other = PlainTab.fresh();
            ask(other);
            enter(other, mail.code());
            assertThat(other.has("password-new")).isFalse();
            enter(tab, mail.code());
            set(tab);
        }

        @Test
        @DisplayName("of the first mail is good as well when another was asked for")
        void first() {
            ask(tab);
            var mail = mailbox.await(1);
            tab.press("send-again");
            mailbox.await(2);
            assertThat(tab.page().document().select("[role=status]").text()).contains("another message is on its way");
            enter(tab, mail.code());
            assertOpens(set(tab));
        }

        @Test
        @DisplayName("is asked for again by a reload, which sends nothing")
        void reload() {
            ask(tab);
            mailbox.await(1);
            tab.reload();
            assertThat(tab.has("code")).as("%s", tab).isTrue();
            tab.press("send-again");
            mailbox.await(2);
        }
    }

    @Nested
    @DisplayName("finds that one new password uses up")
    final class UsesUp {
        @Test
        @DisplayName("the link, when the code was used")
        void linkByCode() {
            ask(tab);
            var mail = mailbox.await(1);
            enter(tab, mail.code());
            set(tab);
            var late = PlainTab.fresh();
            late.open(mail.link());
            assertThat(late.error()).startsWith(USED);
        }

        @Test
        @DisplayName("the code, when the link was used")
        void codeByLink() {
            ask(tab);
            var mail = mailbox.await(1);
            var other = PlainTab.fresh();
            other.open(mail.link());
            set(other);
            enter(tab, mail.code());
            assertThat(tab.error()).startsWith(USED);
        }

        @Test
        @DisplayName("all earlier mails")
        void earlier() {
            ask(tab);
            var first = mailbox.await(1);
            var other = PlainTab.fresh();
            ask(other);
            enter(other, mailbox.await(2).code());
            var fresh = set(other);
            var late = PlainTab.fresh();
            late.open(first.link());
            assertThat(late.error()).startsWith(USED);
            enter(tab, first.code());
            assertThat(tab.error()).startsWith(USED);
            assertOpens(fresh);
        }

        @Test
        @DisplayName("all other sessions")
        void sessions() {
            var attempt = application.begin();
            var signedIn = PlainTab.fresh();
            signedIn.open(attempt.url()).username(user.username()).password(user.password());
            var tokens = application.redeem(attempt, signedIn);
            ask(tab);
            enter(tab, mailbox.await(1).code());
            set(tab);
            assertThat(application.refresh(tokens).error()).isEqualTo("invalid_grant");
        }
    }

    @Nested
    @DisplayName("gets by mail")
    final class ByMail {
        @Test
        @DisplayName("button and code, in text and HTML, and is told how long they last")
        void both() {
            ask(tab);
            var mail = mailbox.await(1);
            assertThat(mail.subject()).isEqualTo("Set a new MiCloud password");
            assertThat(mail.html()).contains("Reset Password", mail.code(), "action-token?key=");
            assertThat(mail.text()).contains("15 min", user.username());
        }

        @Test
        @DisplayName("what is in the language of the page")
        void french() {
            tab.open(URI.create(address() + "?ui_locales=fr")).username(user.username());
            var mail = mailbox.await(1);
            assertThat(mail.subject()).isEqualTo("Définissez un nouveau mot de passe MiCloud");
            assertThat(mail.html()).contains("lang=\"fr\"", "Réinitialiser le mot de passe");
        }

        @Test
        @DisplayName("an explanation instead, when all accounts require single sign-on")
        void elsewhere() {
            try (var customer = Customer.withOidc(portal)) {
                portal.admin().setAttribute(customer.account(), "micloud.signInPolicy", "sso-required");
                user = customer.member();
                ask(tab);
                var mail = portal.mailboxOf(user).await(1);
                assertThat(mail.subject()).isEqualTo("About your MiCloud password");
                assertThat(mail.text())
                        .contains("Your organization keeps your password")
                        .doesNotContain("action-token");
                assertThat(mail.html()).doesNotContain("action-token");
            }
        }

        @Test
        @DisplayName("the way to a new one, when one of several accounts takes a password")
        void bothKinds() {
            portal.admin().join(user, portal.admin().account("sso-required"));
            ask(tab);
            enter(tab, mailbox.await(1).code());
            assertOpensIn(user.account(), set(tab));
        }

        private void assertOpensIn(Account opened, String password) {
            var attempt = application.begin();
            var fresh = PlainTab.fresh();
            fresh.open(attempt.url()).username(user.username()).pickAccount(opened.number());
            fresh.passwordAgain(password);
            assertThat(AccountClaim.numberIn(application.redeem(attempt, fresh).idClaims()))
                    .isEqualTo(opened.number());
        }

        @Test
        @DisplayName("the way to a first one, when there was none")
        void first() {
            user = Member.of(portal).withoutPassword().in(user.account()).make();
            ask(tab);
            enter(tab, portal.mailboxOf(user).await(1).code());
            assertOpens(set(tab));
        }

        @Test
        @DisplayName("the way to a new one also when locked, and is not locked any more")
        void locked() {
            tab.open(application.begin().url()).username(user.username());
            await().until(() -> {
                tab.password("Wrong-Pass1");
                return portal.admin().isLocked(user);
            });
            ask(tab);
            enter(tab, mailbox.await(1).code());
            set(tab);
            await().until(() -> !portal.admin().isLocked(user));
        }
    }

    @Nested
    @DisplayName("sees the same page in the same bytes")
    final class SamePage {
        enum Somebody {
            UNKNOWN {
                @Override
                String in(Portal portal) {
                    return Names.username();
                }
            },
            SWITCHED_OFF {
                @Override
                String in(Portal portal) {
                    var user = Member.of(portal).in("password").make();
                    portal.admin().enable(user, false);
                    return user.username();
                }
            },
            OF_NO_ACCOUNT {
                @Override
                String in(Portal portal) {
                    return portal.admin().user().username();
                }
            },
            OF_SINGLE_SIGN_ON {
                @Override
                String in(Portal portal) {
                    var user = Member.of(portal).in("sso-required").make();
                    return user.username();
                }
            },
            WITHOUT_PASSWORD {
                @Override
                String in(Portal portal) {
                    var user =
                            Member.of(portal).withoutPassword().in("password").make();
                    return user.username();
                }
            };

            abstract String in(Portal portal);
        }

        private Map<String, String> way(String username) {
            var fresh = PlainTab.fresh();
            var seen = new Outside(fresh, username)
                    .step("the address", () -> fresh.open(address()))
                    .step("the username", () -> fresh.username(username))
                    .step("a reload", fresh::reload)
                    .step("another message", () -> fresh.press("send-again"));
            // Codes of both messages are good, with as many tries each.
            IntStream.rangeClosed(1, 6).forEach(time -> seen.step("code " + time, () -> enter(fresh, "000000")));
            return seen.steps();
        }

        private Map<String, String> askingAgain(String username) {
            var fresh = PlainTab.fresh();
            fresh.open(address()).username(username);
            var seen = new Outside(fresh, username);
            IntStream.rangeClosed(1, 7)
                    .forEach(time -> seen.step("another message " + time, () -> fresh.press("send-again")));
            assertThat(notice(fresh)).as("%s", fresh).contains("You asked for several messages already.");
            return seen.step("starting over", () -> fresh.press("not-you"))
                    .step("the username again", () -> fresh.username(username))
                    .step("yet another message", () -> fresh.press("send-again"))
                    .steps();
        }

        private static String notice(PlainTab in) {
            return in.page().document().select("[role=status]").text();
        }

        @Test
        @DisplayName("that sends another message five times, and then says to look at those")
        void again() {
            ask(tab);
            for (var time = 0; time < 5; time++) {
                tab.press("send-again");
                assertThat(notice(tab)).contains("another message is on its way");
            }
            tab.press("send-again");
            assertThat(notice(tab)).contains("You asked for several messages already.");
            assertThat(tab.has("code")).isTrue();
        }

        @Test
        @DisplayName("where another message is asked for again and again, whoever was named")
        void sameAgain() {
            assertThat(askingAgain(Somebody.UNKNOWN.in(portal))).isEqualTo(askingAgain(user.username()));
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource
        @DisplayName("whoever was named")
        void same(Somebody somebody) {
            assertThat(way(somebody.in(portal))).isEqualTo(way(user.username()));
        }

        @Test
        @DisplayName("and nothing is sent to whom there is nothing to say")
        void nothing() {
            var nobody = portal.admin().user();
            user = nobody;
            ask(tab);
            assertThat(event("SEND_RESET_PASSWORD_ERROR").error()).isEqualTo("no_account");
            assertThat(portal.mailboxOf(nobody).mails()).isEmpty();
        }
    }

    @Nested
    @DisplayName("while the operator")
    final class Operator {
        private Map<String, JsonNode> before = Map.of();
        private final Map<String, String> attributes = new TreeMap<>();

        private void attribute(String name, String value) {
            portal.admin().changeRealm(realm -> {
                attributes.putIfAbsent(name, realm.at("/attributes/" + name).asText());
                realm.withObject("/attributes").put(name, value);
            });
        }

        @AfterEach
        void restore() {
            portal.admin().changeRealm(before);
            portal.admin().changeRealm(realm -> attributes.forEach(realm.withObject("/attributes")::put));
        }

        @Test
        @DisplayName("has a mail server that is down, sees the same page; the operator gets event, metric and log line")
        void mailServerDown() {
            before = portal.admin()
                    .changeRealm(Map.of("smtpServer", Map.of("host", "localhost", "port", "1", "from", "a@b.example")));
            ask(tab);
            var event = event("SEND_RESET_PASSWORD_ERROR");
            assertThat(event.error()).isEqualTo("email_send_failed");
            assertThat(event.detail("reason")).isNotEmpty();
            await().until(() -> portal.log().contains("Realm micloud: a reset mail could not be sent."));
            assertThat(portal.metrics())
                    .containsPattern("micloud_reset_mails_total\\{.*realm=\"micloud\".*result=\"failed\".*} [1-9]");
            portal.admin().changeRealm(before);
            before = Map.of();
            tab.press("send-again");
            enter(tab, mailbox.await(1).code());
            set(tab);
        }

        @Test
        @DisplayName("limits the mails of a user, gets no more of them than that")
        void perUser() {
            attribute("micloud.resetMailsPerUser", "2");
            ask(tab);
            mailbox.await(1);
            tab.press("send-again");
            var last = mailbox.await(2);
            tab.press("send-again");
            assertThat(event("SEND_RESET_PASSWORD_ERROR").error()).isEqualTo("mail_limit_reached");
            assertThat(mailbox.mails()).hasSize(2);
            enter(tab, last.code());
            set(tab);
        }

        @Test
        @DisplayName(
                "limits the wrong codes of a user, sees the link alone in later mails, until the password is changed")
        void wrongCodes() {
            attribute("micloud.resetWrongCodes", "4");
            ask(tab);
            var first = mailbox.await(1);
            for (var times = 0; times < 3; times++) {
                enter(tab, first.wrongCode());
            }
            tab.press("send-again");
            var second = mailbox.await(2);
            assertThat(second.code()).isNotEmpty();
            enter(tab, second.wrongCode());
            ask(tab);
            var third = mailbox.await(3);
            assertThat(third.text()).doesNotContain("enter this code").doesNotContainPattern("(?m)^\\d{6}$");
            assertThat(third.html()).doesNotContain("enter this code");
            await().until(() -> portal.events().of(user).stream()
                    .anyMatch(event -> "too_many_wrong_codes".equals(event.detail("reason"))));
            enter(tab, first.wrongCode());
            assertThat(tab.error()).startsWith("That is not the code from the message");
            var other = PlainTab.fresh();
            other.open(third.link());
            assertOpens(set(other));
            assertThat(mailbox.await(4).subject()).isEqualTo("Your password was changed");
            var later = PlainTab.fresh();
            ask(later);
            enter(later, mailbox.await(5).code());
            set(later);
        }

        @Test
        @DisplayName("limits the mails because of one address, gets no more of them than that")
        void perAddress() {
            attribute("micloud.resetMailsPerAddress", "1");
            ask(tab);
            user = Member.of(portal).in(user.account()).make();
            ask(PlainTab.fresh());
            assertThat(event("SEND_RESET_PASSWORD_ERROR").error()).isEqualTo("mail_limit_reached");
            assertThat(portal.mailboxOf(user).mails()).isEmpty();
        }

        @Test
        @DisplayName("allows two tries, has no third")
        void tries() {
            attribute("micloud.resetCodeTries", "2");
            ask(tab);
            var mail = mailbox.await(1);
            enter(tab, mail.wrongCode());
            enter(tab, mail.wrongCode());
            enter(tab, mail.code());
            assertThat(tab.error()).startsWith(OVER);
        }
    }

    @Nested
    @DisplayName("at the address that people type")
    final class Address {
        private URI with(String query) {
            return URI.create(address() + "?" + query);
        }

        @Test
        @DisplayName("finds the username of a hint filled in")
        void hint() {
            tab.open(with("login_hint=" + user.username().replace("@", "%40")));
            assertThat(tab.value("username")).isEqualTo(user.username());
            assertThat(mailbox.mails()).isEmpty();
        }

        @Test
        @DisplayName("goes back to an address that is registered for the application")
        void back() {
            var back = OidcApplication.CALLBACK.toString();
            tab.open(with("client_id=" + application.clientId() + "&redirect_uri=" + back))
                    .username(user.username());
            enter(tab, mailbox.await(1).code());
            set(tab);
            assertThat(tab.text("done")).startsWith("Use the new password from now on");
            assertThat(tab.page().element("backToApplication").attr("href")).isEqualTo(back);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "client_id=CLIENT&redirect_uri=https://evil.example/",
                    "redirect_uri=https://evil.example/",
                    "client_id=nobody",
                    "client_id=CLIENT&redirect_uri=javascript:alert(1)"
                })
        @DisplayName("goes nowhere else")
        void nowhereElse(String query) {
            tab.open(with(query.replace("CLIENT", application.clientId())));
            assertThat(tab.page().status()).isEqualTo(400);
            assertThat(tab.error()).isNotEmpty();
            assertThat(tab.page().body()).doesNotContain("href=\"https://evil.example");
        }

        @Test
        @DisplayName("finds an application that does not offer it refusing, and no link there")
        void notOffered() {
            var without = portal.admin().application(Map.of("micloud.forgotPassword", "false"));
            tab.open(with("client_id=" + without));
            assertThat(tab.page().status()).isEqualTo(400);
            assertThat(tab.error()).isNotEmpty();
            var attempt = OidcApplication.of(portal, without).begin();
            tab.open(attempt.url()).username(user.username());
            assertThat(tab.has("forgot-password")).isFalse();
            tab.open(URI.create(
                    tab.page().actionOf("kc-login").toString().replace("/authenticate?", "/reset-credentials?")));
            assertThat(tab.has("code")).isFalse();
            assertThat(tab.error()).as("%s", tab).isNotEmpty();
        }

        @Test
        @DisplayName("begins nothing by looking, and posts nothing")
        void otherMethods() {
            var looked = send("HEAD");
            assertThat(looked.statusCode()).isEqualTo(200);
            assertThat(looked.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(send("POST").statusCode()).isEqualTo(405);
        }

        private HttpResponse<String> send(String method) {
            return Http.send(HttpRequest.newBuilder(address()).method(method, HttpRequest.BodyPublishers.noBody()));
        }
    }
}
