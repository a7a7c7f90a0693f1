package com.micloud.signin.acceptance.token;

import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.TokenAnswer;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Event;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Somebody who has signed in to an application and comes back with its refresh token after something has happened. */
public final class LongUser implements AutoCloseable {
    private static final Map<String, String> DESKTOP =
            Map.of("micloud.kind", "desktop", "client.offline.session.idle.timeout", "1296000");

    private final Portal portal;
    private final Optional<Customer<StandInOidcProvider>> customer;
    private final User user;
    private final Account account;
    private final String clientId;
    private final boolean longSession;
    private OidcApplication application;
    private Tokens tokens;

    private LongUser(
            Portal portal,
            Optional<Customer<StandInOidcProvider>> customer,
            User user,
            Account account,
            boolean longSession) {
        this.portal = portal;
        this.customer = customer;
        this.user = user;
        this.account = account;
        this.longSession = longSession;
        this.clientId = portal.admin().application(DESKTOP);
    }

    public static LongUser withPassword(Portal portal, boolean longSession) {
        var user = Member.of(portal).in("password").make();
        return new LongUser(portal, Optional.empty(), user, user.account(), longSession);
    }

    static LongUser withProvider(Portal portal, boolean longSession) {
        var customer = Customer.withOidc(portal);
        return new LongUser(portal, Optional.of(customer), customer.member(), customer.account(), longSession);
    }

    public User user() {
        return user;
    }

    Account account() {
        return account;
    }

    String clientId() {
        return clientId;
    }

    /** Signs in with a browser of its own; with a version where the row is about one. */
    public LongUser signIn(String version) {
        application = application(clientId).with("app_version", version);
        tokens = signIn(PlainTab.fresh(), application);
        return this;
    }

    private OidcApplication application(String id) {
        return OidcApplication.of(portal, id).with("scope", longSession ? "openid offline_access" : "openid");
    }

    private Tokens signIn(PlainTab tab, OidcApplication at) {
        var attempt = at.begin();
        tab.open(attempt.url()).username(user.username());
        if (customer.isEmpty()) {
            tab.passwordAgain(user.password());
        }
        return at.redeem(attempt, tab);
    }

    /** The same person's tokens in the hands of somebody else. */
    public LongUser copy() {
        var copy = new LongUser(this);
        copy.application = application;
        copy.tokens = tokens;
        return copy;
    }

    private LongUser(LongUser other) {
        portal = other.portal;
        customer = Optional.empty();
        user = other.user;
        account = other.account;
        longSession = other.longSession;
        clientId = other.clientId;
    }

    /** Uses the refresh token, and keeps the one that comes back. */
    public TokenAnswer refresh(Map<String, String> more) {
        var answer = application.refresh(tokens, more);
        if (answer instanceof TokenAnswer.Given given) {
            tokens = given.tokens();
        }
        return answer;
    }

    /** Lets happen what a row of the table says, and says what the refresh then declares. */
    Map<String, String> happens(String since) {
        var admin = portal.admin();
        switch (since) {
            case "nothing", "the application declares no version" -> {}
            case "the membership ended" -> admin.leave(user, account);
            case "the account was switched off" -> admin.enable(account, false);
            case "the account was deleted" -> admin.delete(account);
            case "the user was switched off" -> admin.enable(user, false);
            case "the user was deleted" -> admin.delete(user);
            case "an administrator set another password" -> admin.setPassword(user, Names.password());
            case "an administrator set the same password again" -> setSamePasswordAgain();
            case "an administrator removed the password" -> admin.removePassword(user);
            case "the provider was switched off" -> admin.enableProvider(provider(), false);
            case "the provider was taken from the account" -> admin.takeProvider(account, provider());
            case "the account requires single sign-on now" ->
                admin.setAttribute(account, "micloud.signInPolicy", "sso-required");
            case "the account takes passwords only now" ->
                admin.setAttribute(account, "micloud.signInPolicy", "password");
            case "the application is switched off for single sign-on now" -> setSwitch("micloud.sso", "false");
            case "the application signed out" -> application.revoke(tokens);
            case "the application signed out at the log-out endpoint" -> signOutByToken(clientId, tokens);
            case "another application of the browser signed out" -> anotherSignsOut(OidcApplication::revoke);
            case "another application signed out of its long session at the log-out endpoint" ->
                anotherSignsOut((other, its) -> {
                    if (longSession) {
                        signOutByToken(other.clientId(), its);
                    }
                });
            case "the browser's session was ended by an administrator" -> admin.endBrowserSessions(user);
            case "the long session was ended by an administrator" -> endLongSession();
            case "14 days without use" -> portal.clock().forward(Duration.ofDays(14));
            case "15 days and an hour without use" ->
                portal.clock().forward(Duration.ofDays(15).plusHours(1));
            case "60 days, used every 10 days" -> useEveryTenDays();
            case "the application declares the version that signed in" -> {
                return Map.of("app_version", "7.1");
            }
            case "the application declares another version" -> {
                return Map.of("app_version", "7.2");
            }
            case "the application declares a version and signed in without" -> {
                signIn("");
                return Map.of("app_version", "7.1");
            }
            default -> throw new IllegalArgumentException("Nobody knows how to make this happen: " + since);
        }
        return Map.of();
    }

    private String provider() {
        return customer.orElseThrow().provider().alias();
    }

    /** History forbids the last password; without it nothing stands in an administrator's way. */
    private void setSamePasswordAgain() {
        var before = portal.admin().changeRealm(Map.of("passwordPolicy", ""));
        try {
            portal.admin().setPassword(user, user.password());
        } finally {
            portal.admin().changeRealm(before);
        }
    }

    public void setSwitch(String name, String value) {
        portal.admin().changeClient(clientId, client -> client.withObject("/attributes")
                .put(name, value));
    }

    /** Both applications get their tokens from one session of the browser, and the other one ends its own. */
    private void anotherSignsOut(BiConsumer<OidcApplication, Tokens> signOut) {
        var browser = PlainTab.fresh();
        signIn(browser, OidcApplication.made(portal, Map.of("micloud.reentry", "session")));
        var other = application(portal.admin().application(Map.of("micloud.reentry", "session")));
        setSwitch("micloud.reentry", "session");
        var otherTokens = again(browser, other);
        tokens = again(browser, application);
        if (!tokens.accessClaims().get("sid").equals(otherTokens.accessClaims().get("sid"))) {
            throw new AssertionError("The two applications do not share a session.");
        }
        signOut.accept(other, otherTokens);
    }

    private void signOutByToken(String id, Tokens its) {
        var form = Parameters.encode(Map.of("client_id", id, "refresh_token", its.refreshToken()));
        var answer = Http.send(HttpRequest.newBuilder(portal.oidc("logout"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 204) {
            throw new AssertionError("Log-out answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static Tokens again(PlainTab browser, OidcApplication at) {
        var attempt = at.begin();
        browser.open(attempt.url());
        return at.redeem(attempt, browser);
    }

    private void endLongSession() {
        var session = String.valueOf(tokens.accessClaims().get("sid"));
        if (longSession) {
            portal.admin().delete("/sessions/" + session + "?isOffline=true");
        }
    }

    private void useEveryTenDays() {
        for (var times = 0; times < 6; times++) {
            portal.clock().forward(Duration.ofDays(10));
            if (refresh(Map.of()) instanceof TokenAnswer.Refused) {
                return;
            }
        }
    }

    /** The details of the events about refused refreshes. */
    List<Map<String, String>> refusals() {
        return portal.events().of(clientId).stream()
                .filter(event -> event.type().equals("REFRESH_TOKEN_ERROR"))
                .map(Event::details)
                .toList();
    }

    @Override
    public void close() {
        customer.ifPresent(Customer::close);
    }
}
