package com.micloud.signin.acceptance.password.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Mailbox;
import com.micloud.signin.acceptance.harness.portal.OnTwoNodes;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@OnTwoNodes
@InWholeRuns("a forgotten password on two nodes")
@DisplayName("A forgotten password, where each step is answered by another node")
final class ResetAcrossNodesIT {
    private static final int AT_ONCE = 12;
    private static final int TRIES = 5;

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

    private void ask() {
        tab.open(URI.create(portal.realm("forgotpassword") + "?client_id=" + application.clientId()))
                .username(user.username());
    }

    private HttpResponse<String> post(PlainTab page, Map<String, String> form) {
        var action = URI.create(page.page().document().selectFirst("main form").absUrl("action"));
        return Http.send(HttpRequest.newBuilder(action)
                .header("Cookie", page.browser().cookiesFor(action).orElseThrow())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Parameters.encode(form))));
    }

    /** Where the waiting page is drawn anew, as a code can be posted once from each. */
    private URI again() {
        var action = tab.page().document().selectFirst("main form").absUrl("action");
        return URI.create(action.replaceAll("(session_code|execution)=[^&]*&", ""));
    }

    private List<HttpResponse<String>> postAtOnce(List<Map.Entry<PlainTab, Map<String, String>>> posts) {
        return posts.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> post(one.getKey(), one.getValue())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private long errors(String error) {
        return portal.events().of(application.clientId()).stream()
                .filter(event -> "RESET_PASSWORD_ERROR".equals(event.type()) && error.equals(event.error()))
                .count();
    }

    @Test
    @DisplayName("is reset by the code, and leads on to the application")
    void code() {
        var attempt = application.begin();
        tab.open(attempt.url())
                .username(user.username())
                .press("forgot-password")
                .press("kc-login");
        tab.fill("code", mailbox.await(1).code()).press("kc-login");
        var fresh = Names.password();
        tab.newPassword(fresh);
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("gives five tries in all, however many are made at once")
    void tries() {
        ask();
        var mail = mailbox.await(1);
        var wrong = Map.of("code", mail.wrongCode());
        while (errors("expired_code") == 0) {
            postAtOnce(IntStream.range(0, AT_ONCE)
                    .mapToObj(number -> Map.entry(tab, wrong))
                    .toList());
            assertThat(errors("invalid_code")).isLessThanOrEqualTo(TRIES);
            tab.open(again());
        }
        assertThat(errors("invalid_code")).isEqualTo(TRIES);
        tab.fill("code", mail.code()).press("kc-login");
        assertThat(tab.error()).startsWith("No code can be used here any more");
    }

    @Test
    @DisplayName("is set once, when the link is used in several browsers at once")
    void once() {
        ask();
        var link = mailbox.await(1).link();
        var browsers = Stream.generate(PlainTab::fresh).limit(4).toList();
        browsers.forEach(browser -> browser.open(link));
        var passwords = browsers.stream().map(browser -> Names.password()).toList();
        var answers = postAtOnce(IntStream.range(0, browsers.size())
                .mapToObj(number -> Map.entry(
                        browsers.get(number),
                        Map.of(
                                "password-new", passwords.get(number),
                                "password-confirm", passwords.get(number))))
                .toList());
        var done = IntStream.range(0, answers.size())
                .filter(number -> answers.get(number).body().contains("id=\"done\""))
                .boxed()
                .toList();
        assertThat(done).hasSize(1);
        var attempt = application.begin();
        var fresh = PlainTab.fresh();
        fresh.open(attempt.url()).username(user.username());
        fresh.passwordAgain(passwords.get(done.get(0)));
        application.redeem(attempt, fresh);
    }
}
