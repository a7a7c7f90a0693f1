package com.micloud.signin.acceptance.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One browser, one application, two accounts, and codes that are out for both at once. */
@AcceptanceTest
@DisplayName("A code is good for the account of its own sign-in only")
final class CodesIT {
    private Portal portal;
    private User user;
    private Account left;
    private Account right;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        left = portal.admin().account("password");
        right = portal.admin().account("password");
        user = Member.of(portal).in(left, right).make();
        application = OidcApplication.made(portal);
        tab = PlainTab.fresh();
    }

    private URI arrive(Attempt attempt, Account account) {
        OidcApplication.enter(tab, attempt, user, account);
        return tab.arrival();
    }

    private String account(OidcApplication redeeming, Attempt attempt, URI arrival) {
        return AccountClaim.numberIn(redeeming.redeem(attempt, arrival).tokens().idClaims());
    }

    /** What an application may do wrong so that its two sign-ins look the same. */
    enum Careless {
        SAME_NONCE_AND_CHALLENGE,
        NEITHER_NONCE_NOR_CHALLENGE,
        SAME_NONCE_AND_NO_CHALLENGE,
        SAME_CHALLENGE_AND_NO_NONCE;

        OidcApplication with(OidcApplication application) {
            return switch (this) {
                case SAME_NONCE_AND_CHALLENGE -> application;
                case NEITHER_NONCE_NOR_CHALLENGE ->
                    application.without("nonce", "code_challenge", "code_challenge_method");
                case SAME_NONCE_AND_NO_CHALLENGE -> application.without("code_challenge", "code_challenge_method");
                case SAME_CHALLENGE_AND_NO_NONCE -> application.without("nonce");
            };
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("also where two sign-ins cannot be told apart: neither code is redeemed, later ones are")
    void alike(Careless careless) {
        var asking = careless.with(application);
        var leftAttempt = asking.begin();
        var leftArrival = arrive(leftAttempt, left);
        var rightAttempt = asking.beginLike(leftAttempt);
        var rightArrival = arrive(rightAttempt, right);

        assertThat(asking.redeem(leftAttempt, leftArrival).error()).isEqualTo("invalid_grant");
        assertThat(asking.redeem(rightAttempt, rightArrival).error()).isEqualTo("invalid_grant");
        var again = asking.beginLike(leftAttempt);
        assertThat(account(asking, again, arrive(again, right))).isEqualTo(right.number());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("where two sign-ins that look the same follow each other, each is redeemed")
    void alikeInTurn(Careless careless) {
        var asking = careless.with(application);
        var first = asking.begin();
        assertThat(account(asking, first, arrive(first, left))).isEqualTo(left.number());
        var second = asking.beginLike(first);
        assertThat(account(asking, second, arrive(second, right))).isEqualTo(right.number());
    }

    @Test
    @DisplayName("where the nonce of one is the challenge of the other, each has its own")
    void crossed() {
        var leftAttempt = application.begin();
        var leftArrival = arrive(leftAttempt, left);
        var challenge = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(leftAttempt.verifier()));
        var crossing = application.with("nonce", challenge.getValue());
        var rightAttempt = crossing.begin();
        var rightArrival = arrive(rightAttempt, right);

        assertThat(account(application, leftAttempt, leftArrival)).isEqualTo(left.number());
        assertThat(account(crossing, rightAttempt, rightArrival)).isEqualTo(right.number());
    }

    @Test
    @DisplayName("and not with the verifier of the other tab")
    void verifierOfAnother() {
        var leftAttempt = application.begin();
        var leftArrival = arrive(leftAttempt, left);
        var rightAttempt = application.begin();
        arrive(rightAttempt, right);
        var mixed = new Attempt(leftAttempt.url(), leftAttempt.state(), leftAttempt.nonce(), rightAttempt.verifier());

        assertThat(application.redeem(mixed, leftArrival).error()).isEqualTo("invalid_grant");
        assertThat(application.redeem(leftAttempt, leftArrival).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("and not by another application, though the same user has signed in there as well")
    void byAnother() {
        var other = OidcApplication.made(portal);
        other.signIn(tab, user, right);
        var attempt = application.begin();
        var arrival = arrive(attempt, left);
        assertThat(other.redeem(attempt, arrival).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("once; who presents it again ends what it opened")
    void twice() {
        var attempt = application.begin();
        var arrival = arrive(attempt, left);
        var tokens = application.redeem(attempt, arrival).tokens();
        assertThat(application.redeem(attempt, arrival).error()).isEqualTo("invalid_grant");
        assertThat(application.refresh(tokens).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("and not as the code of another session, or of another client, by changing its parts")
    void taken() {
        var stranger = PlainTab.fresh();
        var strangersUser = Member.of(portal).in(right).make();
        var strangersAttempt = application.begin();
        OidcApplication.enter(stranger, strangersAttempt, strangersUser, right);
        var strangersCode = code(stranger.arrival());
        var attempt = application.begin();
        var ownCode = code(arrive(attempt, left));

        var mixed = ownCode[0] + "." + strangersCode[1] + "." + strangersCode[2];
        assertThat(application
                        .grant(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                mixed,
                                "redirect_uri",
                                OidcApplication.CALLBACK.toString(),
                                "code_verifier",
                                attempt.verifier()))
                        .error())
                .isEqualTo("invalid_grant");
    }

    private static String[] code(URI arrival) {
        return Parameters.of(arrival).get("code").split("\\.", 3);
    }
}
