package com.micloud.signin.acceptance.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.DocsTable;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.TokenAnswer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("A refresh")
final class RefreshIT {
    private static final String VERSION = "7.1";

    @AfterEach
    void present(Portal portal) {
        portal.clock().reset();
    }

    /** One cell of the table. */
    record Case(String since, boolean provider, boolean longSession, String answer) {
        @Override
        public String toString() {
            return since + ", account with " + (provider ? "a provider" : "a password") + ", "
                    + (longSession ? "long session" : "browser session") + ": " + answer;
        }
    }

    static Stream<Case> cases() {
        return DocsTable.rows("sessions.md", "refresh").stream().flatMap(row -> {
            var cases = new ArrayList<Case>();
            for (var provider : List.of(false, true)) {
                if (row.get(1).equals("any") || row.get(1).equals(provider ? "provider" : "password")) {
                    cases.add(new Case(row.get(0), provider, false, row.get(2)));
                    cases.add(new Case(row.get(0), provider, true, row.get(3)));
                }
            }
            return cases.stream();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("is answered as the table in docs/sessions.md says")
    void table(Case row, Portal portal) {
        try (var user = row.provider()
                ? LongUser.withProvider(portal, row.longSession())
                : LongUser.withPassword(portal, row.longSession())) {
            user.signIn(VERSION);
            var declared = user.happens(row.since());
            var answer = user.refresh(declared);
            if (row.answer().equals("goes on")) {
                assertThat(AccountClaim.numberIn(answer.tokens().accessClaims()))
                        .isEqualTo(user.account().number());
                return;
            }
            assertThat(answer).isEqualTo(new TokenAnswer.Refused(400, "invalid_grant", row.answer()));
            assertThat(user.refusals()).isNotEmpty();
            if (row.answer().contains("_")) {
                assertThat(user.refusals().get(0)).containsEntry("micloud_refusal", row.answer());
            }
            assertThat(user.refresh(declared).error()).isEqualTo("invalid_grant");
        }
    }

    @Test
    @DisplayName("that was refused stays refused when the user is a member again")
    void staysRefused(Portal portal) {
        try (var user = LongUser.withPassword(portal, true)) {
            user.signIn(VERSION);
            portal.admin().leave(user.user(), user.account());
            assertThat(user.refresh(Map.of()).error()).isEqualTo("invalid_grant");
            portal.admin().join(user.user(), user.account());
            assertThat(user.refresh(Map.of())).isEqualTo(new TokenAnswer.Refused(400, "invalid_grant", "not_a_member"));
        }
    }

    @Test
    @DisplayName("that declared another version stays refused when it declares the old one again")
    void oldVersionAgain(Portal portal) {
        try (var user = LongUser.withPassword(portal, true)) {
            user.signIn(VERSION);
            assertThat(user.refresh(Map.of("app_version", "8")).error()).isEqualTo("invalid_grant");
            assertThat(user.refresh(Map.of("app_version", VERSION)))
                    .isEqualTo(new TokenAnswer.Refused(400, "invalid_grant", "application_updated"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"openid", "openid offline_access"})
    @DisplayName("that is refused ends one tab's sign-in, not that of the tab beside it in another account")
    void otherTab(String scope, Portal portal) {
        var admin = portal.admin();
        var left = admin.account("password");
        var right = admin.account("password");
        var user = Member.of(portal).in(left, right).make();
        var clientId = admin.application(Map.of());
        var tab = PlainTab.fresh();
        var session = OidcApplication.made(portal).begin();
        tab.open(session.url()).username(user.username()).pickAccount(left.number());
        tab.password(user.password());
        var application = OidcApplication.of(portal, clientId).with("scope", scope);
        var leftAttempt = application.begin();
        tab.open(leftAttempt.url()).username(user.username()).pickAccount(left.number());
        var leftTokens = application.redeem(leftAttempt, tab);
        var rightAttempt = application.begin();
        tab.open(rightAttempt.url()).username(user.username()).pickAccount(right.number());
        var rightTokens = application.redeem(rightAttempt, tab);

        admin.leave(user, left);
        assertThat(application.refresh(leftTokens))
                .isEqualTo(new TokenAnswer.Refused(400, "invalid_grant", "not_a_member"));
        assertThat(AccountClaim.numberIn(
                        application.refresh(rightTokens).tokens().accessClaims()))
                .isEqualTo(right.number());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("with a used token ends the sign-in, where tokens are good for one use")
    void rotation(boolean longSession, Portal portal) {
        try (var user = LongUser.withPassword(portal, longSession)) {
            user.setSwitch("micloud.refreshTokenRotation", "true");
            var stolen = user.signIn(VERSION).copy();
            user.refresh(Map.of()).tokens();
            user.refresh(Map.of()).tokens();
            assertThat(stolen.refresh(Map.of()))
                    .isEqualTo(new TokenAnswer.Refused(400, "invalid_grant", "refresh_token_reused"));
            assertThat(user.refresh(Map.of()))
                    .isEqualTo(new TokenAnswer.Refused(400, "invalid_grant", "refresh_token_reused"));
            assertThat(user.refusals()).allSatisfy(details -> assertThat(details)
                    .containsEntry("micloud_refusal", "refresh_token_reused"));
        }
    }

    @Test
    @DisplayName("with one token twice at a time gives tokens once, where tokens are good for one use")
    void race(Portal portal) {
        try (var user = LongUser.withPassword(portal, true)) {
            user.setSwitch("micloud.refreshTokenRotation", "true");
            user.signIn(VERSION);
            var uses = Stream.generate(user::copy)
                    .limit(4)
                    .map(use -> CompletableFuture.supplyAsync(() -> use.refresh(Map.of())))
                    .toList();
            var given = uses.stream()
                    .map(CompletableFuture::join)
                    .filter(TokenAnswer.Given.class::isInstance)
                    .count();
            assertThat(given).isLessThanOrEqualTo(1);
        }
    }

    @Test
    @DisplayName("with a used token goes on, where tokens are not said to be good for one use")
    void withoutRotation(Portal portal) {
        try (var user = LongUser.withPassword(portal, true)) {
            var earlier = user.signIn(VERSION).copy();
            user.refresh(Map.of()).tokens();
            earlier.refresh(Map.of()).tokens();
        }
    }

    @Test
    @DisplayName("with a used token ends the sign-in also by Keycloak's own switch for the realm")
    void rotationOfRealm(Portal portal) {
        var before = portal.admin().changeRealm(Map.of("revokeRefreshToken", true, "refreshTokenMaxReuse", 0));
        try (var user = LongUser.withPassword(portal, true)) {
            var stolen = user.signIn(VERSION).copy();
            user.refresh(Map.of()).tokens();
            assertThat(stolen.refresh(Map.of()).error()).isEqualTo("invalid_grant");
            assertThat(user.refresh(Map.of()).error()).isEqualTo("invalid_grant");
        } finally {
            portal.admin().changeRealm(before);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"7.1", "", "\u0000", "v\r\nSet-Cookie: a=b"})
    @DisplayName("with a strange version is answered with tokens or a standard error")
    void strangeVersion(String version, Portal portal) {
        try (var user = LongUser.withPassword(portal, false)) {
            user.signIn(VERSION);
            var answer = user.refresh(Map.of("app_version", version));
            assertThat(answer instanceof TokenAnswer.Given || answer.error().equals("invalid_grant"))
                    .as("%s", answer)
                    .isTrue();
        }
    }
}
