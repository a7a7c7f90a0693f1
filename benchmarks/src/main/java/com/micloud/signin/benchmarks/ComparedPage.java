package com.micloud.signin.benchmarks;

import com.micloud.signin.acceptance.harness.real.RealTab;
import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A page that both themes draw: how a browser gets ready for it, and what brings it.
 *
 * @param name what it is called in the tables
 * @param file what its pictures are called
 * @param withProviders whether it is one of the realm with identity providers
 * @param pictured whether the docs show it
 */
record ComparedPage(
        String name,
        String file,
        boolean withProviders,
        boolean pictured,
        BiConsumer<ComparedRealm, RealTab> prepare,
        BiConsumer<ComparedRealm, RealTab> arrive) {

    private static final String ALICE = "alice@contoso.example";

    /** All of them, in the order in which people meet them. */
    static List<ComparedPage> all() {
        return List.of(
                opened("Username", "username", true, realm -> realm.signIn("two-pages")),
                new ComparedPage("Password", "password", false, true, username("two-pages", ALICE), press("kc-login")),
                new ComparedPage(
                        "Wrong password",
                        "wrong-password",
                        false,
                        true,
                        password("two-pages", ALICE).andThen((realm, tab) -> tab.fill("password", "Wrong-one1")),
                        press("kc-login")),
                new ComparedPage(
                        "Username and password, two providers",
                        "one-page",
                        true,
                        false,
                        (realm, tab) -> {},
                        (realm, tab) -> tab.open(realm.signIn("one-page"))),
                new ComparedPage(
                        "Twelve accounts",
                        "accounts",
                        false,
                        true,
                        username("accounts", ComparedRealm.person("accounts")),
                        press("kc-login")),
                action("Change password", "change-password", true, "UPDATE_PASSWORD"),
                new ComparedPage(
                        "Forgotten password",
                        "forgotten-password",
                        false,
                        false,
                        password("two-pages", ALICE)
                                .andThen((realm, tab) -> tab.open(linked(tab, "reset-credentials"))),
                        ComparedPage::again),
                new ComparedPage(
                        "One-time code",
                        "one-time-code",
                        false,
                        false,
                        password("codes", ComparedRealm.person("otp"))
                                .andThen((realm, tab) -> tab.fill("password", ComparedRealm.PASSWORD)),
                        press("kc-login")),
                new ComparedPage(
                        "Wrong one-time code",
                        "wrong-one-time-code",
                        false,
                        false,
                        password("codes", ComparedRealm.person("otp"))
                                .andThen((realm, tab) ->
                                        tab.password(ComparedRealm.PASSWORD).fill("otp", "000000")),
                        press("kc-login")),
                action("One-time code, set up", "one-time-code-set-up", true, "CONFIGURE_TOTP"),
                action("Recovery codes", "recovery-codes", false, "CONFIGURE_RECOVERY_AUTHN_CODES"),
                action("Profile", "profile", false, "UPDATE_PROFILE"),
                new ComparedPage(
                        "Consent",
                        "consent",
                        false,
                        true,
                        password("consent", ALICE).andThen((realm, tab) -> tab.password(ComparedRealm.PASSWORD)),
                        ComparedPage::again),
                new ComparedPage(
                        "Register",
                        "register",
                        false,
                        false,
                        (realm, tab) -> {},
                        (realm, tab) -> tab.open(
                                URI.create(realm.signIn("two-pages").toString().replace("/auth?", "/registrations?")))),
                opened("Error", "error", true, realm -> realm.signIn("nobody")),
                opened("Unknown address", "unknown-address", false, realm -> realm.address("nothing-here")),
                opened("Log-out", "log-out", false, realm -> realm.address("protocol/openid-connect/logout")));
    }

    /** Visits what is shown once more, without posting anything. */
    private static void again(ComparedRealm realm, RealTab tab) {
        tab.open(tab.address());
    }

    private static ComparedPage opened(
            String name, String file, boolean pictured, Function<ComparedRealm, URI> address) {
        return new ComparedPage(
                name, file, false, pictured, (realm, tab) -> {}, (realm, tab) -> tab.open(address.apply(realm)));
    }

    private static ComparedPage action(String name, String file, boolean pictured, String action) {
        return new ComparedPage(
                name,
                file,
                false,
                pictured,
                password("two-pages", ComparedRealm.person(action))
                        .andThen((realm, tab) -> tab.password(ComparedRealm.PASSWORD)),
                ComparedPage::again);
    }

    private static BiConsumer<ComparedRealm, RealTab> username(String application, String username) {
        return (realm, tab) -> tab.open(realm.signIn(application)).fill("username", username);
    }

    private static BiConsumer<ComparedRealm, RealTab> password(String application, String username) {
        return username(application, username).andThen((realm, tab) -> tab.press("kc-login"));
    }

    private static URI linked(RealTab tab, String part) {
        return URI.create((String) tab.page().locator("a[href*='" + part + "']").evaluate("link => link.href"));
    }

    private static BiConsumer<ComparedRealm, RealTab> press(String id) {
        return (realm, tab) -> tab.press(id);
    }

    @Override
    public String toString() {
        return name;
    }
}
