package com.micloud.signin.benchmarks;

import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures what the times of answers tell a stranger, and what a sign-in costs, in the MiCloud realm and beside it in a
 * realm with Keycloak's own flow. Takes the number of samples of each kind, and optionally a word that the titles of the
 * series to run have in common.
 */
public final class Benchmarks {

    private final Portal portal;
    private final int samples;
    private final String only;
    private final List<String> comparisons = new ArrayList<>();
    private final List<String> costs = new ArrayList<>();

    private Benchmarks(Portal portal, int samples, String only) {
        this.portal = portal;
        this.samples = samples;
        this.only = only;
    }

    /** Runs the series, prints their tables and writes them below the build directory. */
    public static void main(String[] arguments) throws IOException {
        try (var server = BenchmarkServer.start()) {
            var benchmarks = new Benchmarks(
                    server.portal(), Integer.parseInt(arguments[0]), arguments.length > 1 ? arguments[1] : "");
            benchmarks.run();
            benchmarks.report();
        }
    }

    private void run() {
        var stockAdmin = portal.admin().in(BenchmarkServer.STOCK);
        var stockVisits = Visits.stock(portal);
        var stock = new Strangers(stockAdmin, stockVisits, user -> {}, Benchmarks::guessAtStock);
        var admin = portal.admin();
        var account = admin.account("password");
        var visits = Visits.micloud(portal, admin.application(Map.of()));
        var micloud = new Strangers(admin, visits, user -> admin.join(user, account), Benchmarks::guess)
                .with("without an account", user -> {});
        admin.changeRealm(realm -> {
            realm.put("eventsEnabled", true);
            realm.withObject("/attributes").put("micloud.accountDisclosure", "typed");
        });

        compare(micloud.all("Username", (tab, name) -> {}, PlainTab::username));
        compare(micloud.two(
                "Username, not in the server's cache", (tab, name) -> forgetUsers(admin), PlainTab::username));
        compare(domain(admin, visits));
        compare(accountNumbers(admin, visits));
        compare(micloud.all("Wrong password", PlainTab::username, (tab, name) -> tab.password(Strangers.WRONG)));
        compare(stock.all("Wrong password, Keycloak's own", (tab, name) -> {}, Benchmarks::guessAtStock));
        compare(micloud.two(
                "Forgotten password",
                (tab, name) -> tab.username(name).press("forgot-password").fill("username", name),
                (tab, name) -> tab.press("kc-login")));
        compare(stock.two(
                "Forgotten password, Keycloak's own",
                (tab, name) -> tab.open(resetAtStock(tab)).fill("username", name),
                (tab, name) -> tab.press("kc-reset-password-form")));
        cost(signIn(micloud, visits, stock, stockVisits));
    }

    /** An account with single sign-on that has registered its domain: its members, and unknown names. */
    private Series domain(Admin admin, Visits visits) {
        var domain = Names.word() + ".example";
        var account = admin.account("sso-required");
        admin.registerDomains(account, domain);
        admin.provider(
                account,
                Map.of(
                        "alias",
                        "provider-" + Names.word(),
                        "providerId",
                        "oidc",
                        "enabled",
                        true,
                        "config",
                        Map.of(
                                "authorizationUrl", "https://provider.example/authorize",
                                "tokenUrl", "https://provider.example/token",
                                "clientId", "portal",
                                "clientSecret", "secret",
                                "loginHint", "true")));
        var members = People.of(
                () -> admin.user(Names.word() + "@" + domain, Names.password()), user -> admin.join(user, account));
        return new Series("Username in a registered domain, up to the provider")
                .kind("member", () -> visits.timed(tab -> {}, tab -> tab.username(members.username())))
                .kind("unknown", () -> visits.timed(tab -> {}, tab -> tab.username(Names.word() + "@" + domain)));
    }

    /** People of several accounts, each somebody new, as wrong numbers count, and strangers who try numbers. */
    private static Series accountNumbers(Admin admin, Visits visits) {
        var first = admin.account("password");
        var second = admin.account("password");
        var others = admin.account("password");
        admin.join(admin.user(), others);
        return new Series("Account number, typed before the password")
                .kind("nobody's", () -> tried(admin, visits, Names.accountNumber(), first, second))
                .kind("somebody else's", () -> tried(admin, visits, others.number(), first, second));
    }

    private static Duration tried(Admin admin, Visits visits, String number, Account... own) {
        var user = admin.user();
        admin.join(user, own);
        return visits.timed(tab -> tab.username(user.username()), tab -> tab.typeAccount(number));
    }

    private static Series signIn(Strangers micloud, Visits visits, Strangers stock, Visits stockVisits) {
        return new Series("Signing in")
                .kind("the application's request", visits::opening)
                .kind(
                        "the username",
                        () -> visits.timed(
                                tab -> {},
                                tab -> tab.username(micloud.anyKnown().username())))
                .kind("the right password", () -> {
                    var user = micloud.anyKnown();
                    return visits.timed(tab -> tab.username(user.username()), tab -> tab.password(user.password()));
                })
                .kind("Keycloak's own: the application's request", stockVisits::opening)
                .kind("Keycloak's own: username and right password", () -> {
                    var user = stock.anyKnown();
                    return stockVisits.timed(tab -> {}, tab -> enterAtStock(tab, user.username(), user.password()));
                });
    }

    private static void guess(PlainTab tab, String username) {
        tab.username(username).password(Strangers.WRONG);
    }

    private static void guessAtStock(PlainTab tab, String username) {
        enterAtStock(tab, username, Strangers.WRONG);
    }

    private static void enterAtStock(PlainTab tab, String username, String password) {
        tab.fill("username", username).fill("password", password).press("kc-login");
    }

    private static URI resetAtStock(PlainTab tab) {
        return URI.create(
                tab.page().document().selectFirst("a[href*=reset-credentials]").absUrl("href"));
    }

    private static void forgetUsers(Admin admin) {
        admin.send("POST", "/clear-user-cache", "{}");
    }

    private void compare(Series series) {
        if (series.isAbout(only)) {
            print(comparisons, series.run(samples).comparison());
        }
    }

    private void cost(Series series) {
        if (series.isAbout(only)) {
            print(costs, series.run(samples).costs());
        }
    }

    private static void print(List<String> table, List<String> lines) {
        lines.forEach(System.out::println);
        table.addAll(lines);
    }

    private void report() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("| request | username | n | median ms | p95 ms | AUC | 95 % of |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- |");
        lines.addAll(comparisons);
        lines.add("");
        lines.add("| request | step | n | median ms | p95 ms |");
        lines.add("| --- | --- | --- | --- | --- |");
        lines.addAll(costs);
        lines.forEach(System.out::println);
        var folder = Files.createDirectories(Settings.target().resolve("benchmarks"));
        Files.write(folder.resolve("times.md"), lines);
    }
}
