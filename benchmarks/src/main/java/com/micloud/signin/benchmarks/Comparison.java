package com.micloud.signin.benchmarks;

import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.real.Axe;
import com.micloud.signin.acceptance.harness.real.BrowserProgram;
import com.micloud.signin.acceptance.harness.real.Makeup;
import com.micloud.signin.acceptance.harness.real.Paint;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.micloud.signin.acceptance.harness.real.Traffic;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws the same pages of the same server with Keycloak's theme and with ours, weighs, times and judges both, and
 * photographs them side by side. Takes the number of timed visits of each kind, and optionally the folder of the docs,
 * which then get the tables and pictures.
 */
public final class Comparison {
    static final List<String> THEMES = List.of("keycloak.v2", "micloud");
    private static final List<Integer> WIDTHS = List.of(1280, 390);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final int HEIGHT = 900;
    private static final Path RESULTS = Settings.target().resolve("comparison");

    private final BenchmarkServer server;
    private final BrowserProgram program;
    private final Path pictures = RESULTS.resolve("pictures");
    private final Map<String, ComparedRealm> accounts = new LinkedHashMap<>();
    private final Map<String, ComparedRealm> providers = new LinkedHashMap<>();

    private Comparison(BenchmarkServer server, BrowserProgram program) {
        this.server = server;
        this.program = program;
        for (var theme : THEMES) {
            // Names of the same length: they stand in every address.
            var letter = theme.equals("micloud") ? "b" : "a";
            accounts.put(theme, ComparedRealm.withAccounts(server.portal(), "compared-" + letter, theme));
            providers.put(theme, ComparedRealm.withProviders(server.portal(), "provider-" + letter, theme));
        }
    }

    /** Runs everything, prints the tables and writes them below the build directory, with the pictures. */
    public static void main(String[] arguments) throws IOException {
        var samples = Integer.parseInt(arguments[0]);
        try (var server = BenchmarkServer.start();
                var program = new BrowserProgram()) {
            var comparison = new Comparison(server, program);
            var report = new ComparisonReport(
                    server.portal().serverVersion(), program.browser().version());
            comparison.weigh(report);
            comparison.journey(report);
            ComparisonPictures.compose(program, comparison.pictures);
            report.write(RESULTS);
            comparison.lighthouse(report);
            report.write(RESULTS);
            comparison.time(report, samples);
            report.print();
            if (arguments.length > 1 && !arguments[1].isBlank()) {
                report.publish(Path.of(arguments[1]), comparison.pictures);
            }
        }
    }

    private ComparedRealm realm(ComparedPage page, String theme) {
        return (page.withProviders() ? providers : accounts).get(theme);
    }

    private RealTab fresh() {
        var context = program.browser()
                .newContext(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(WIDTHS.get(0), HEIGHT));
        context.setDefaultTimeout(60_000);
        return new RealTab(context.newPage());
    }

    /** What is the same at every visit: bytes, what pages are made of, how they fit, what axe says, how they look. */
    private void weigh(ComparisonReport report) {
        for (var page : ComparedPage.all()) {
            for (var theme : THEMES) {
                var tab = fresh();
                var traffic = Traffic.of(tab.page());
                var realm = realm(page, theme);
                page.prepare().accept(realm, tab);
                traffic.emptyCache();
                arrive(page, realm, tab, traffic);
                report.first(page, theme, traffic);
                report.madeOf(
                        page, theme, Makeup.of(tab.page()), Paint.of(tab.page()).shift());
                look(page, theme, tab.page(), report);
                tab.page().context().clearCookies();
                tab.page().setViewportSize(WIDTHS.get(0), HEIGHT);
                tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                page.prepare().accept(realm, tab);
                arrive(page, realm, tab, traffic);
                report.again(page, theme, traffic);
                tab.page().context().close();
                System.out.println("weighed: " + page + ", " + theme);
            }
        }
    }

    private static void arrive(ComparedPage page, ComparedRealm realm, RealTab tab, Traffic traffic) {
        traffic.begin();
        page.arrive().accept(realm, tab);
        tab.page().waitForLoadState(LoadState.NETWORKIDLE);
    }

    private void look(ComparedPage page, String theme, Page tab, ComparisonReport report) {
        for (var scheme : SCHEMES) {
            tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : WIDTHS) {
                tab.setViewportSize(width, HEIGHT);
                tab.screenshot(new Page.ScreenshotOptions()
                        .setPath(pictures.resolve(page.file() + "-" + theme + "-" + width + "-"
                                + scheme.name().toLowerCase(Locale.ROOT) + ".png"))
                        .setFullPage(true));
            }
            report.judged(page, theme, Axe.judge(tab));
        }
        for (var width : List.of(320, 390)) {
            tab.setViewportSize(width, HEIGHT);
            var excess = (Number)
                    tab.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            report.sideways(page, theme, width, excess.intValue());
        }
    }

    /** From the application's request to the application, in a browser that has never been here. */
    private void journey(ComparisonReport report) {
        for (var theme : THEMES) {
            for (var slow : List.of(false, true)) {
                var tab = fresh();
                var traffic = Traffic.of(tab.page());
                if (slow) {
                    traffic.slow4G();
                }
                var begin = System.nanoTime();
                tab.open(accounts.get(theme).signIn("two-pages"));
                tab.username("alice@contoso.example");
                tab.password(ComparedRealm.PASSWORD);
                tab.arrival();
                var milliseconds = (System.nanoTime() - begin) / 1e6;
                var ours = traffic.exchanges().stream()
                        .filter(exchange -> exchange.address()
                                .startsWith(server.portal().server().toString()))
                        .toList();
                report.journey(theme, slow, ours, milliseconds);
                tab.page().context().close();
            }
        }
    }

    /** Takes turns, so that whatever else the machine does befalls both alike. */
    private void time(ComparisonReport report, int samples) throws IOException {
        for (var sample = 0; sample < samples; sample++) {
            for (var page : ComparedPage.all()) {
                for (var slow : List.of(false, true)) {
                    for (var theme : THEMES) {
                        time(page, theme, slow, report);
                    }
                }
            }
            System.out.println("timed: " + (sample + 1) + " of " + samples);
            // What has been measured so far is not lost when somebody has had enough.
            report.write(RESULTS);
        }
    }

    private void time(ComparedPage page, String theme, boolean slow, ComparisonReport report) {
        var tab = fresh();
        var traffic = Traffic.of(tab.page());
        var realm = realm(page, theme);
        for (var first : List.of(true, false)) {
            tab.page().context().clearCookies();
            page.prepare().accept(realm, tab);
            if (first) {
                traffic.emptyCache();
            }
            if (slow) {
                traffic.slow4G();
            }
            page.arrive().accept(realm, tab);
            tab.page().waitForLoadState();
            report.painted(page, theme, slow, first, Paint.of(tab.page()));
            traffic.unthrottled();
        }
        tab.page().context().close();
    }

    private void lighthouse(ComparisonReport report) {
        var found = Lighthouse.find();
        if (found.isEmpty()) {
            return;
        }
        for (var page : ComparedPage.all()) {
            if (!Lighthouse.PAGES.contains(page.file())) {
                continue;
            }
            for (var theme : THEMES) {
                found.get().scores(page, realm(page, theme)).ifPresent(scores -> report.scored(page, theme, scores));
            }
            System.out.println("Lighthouse: " + page);
        }
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
