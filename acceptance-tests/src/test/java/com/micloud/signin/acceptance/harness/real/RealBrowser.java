package com.micloud.signin.acceptance.harness.real;

import com.micloud.signin.acceptance.harness.Settings;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The browser of one test: nothing in it is left from another one. */
public final class RealBrowser {
    private static final double TIMEOUT = 20_000;

    private final BrowserProgram program;
    private final BrowserContext context;
    private final List<BrowserContext> others = new ArrayList<>();
    private final PolicyViolations violations = new PolicyViolations();

    RealBrowser(BrowserProgram program) {
        this.program = program;
        this.context = program.browser().newContext(options());
        context.setDefaultTimeout(TIMEOUT);
        violations.watch(context);
    }

    /** A new tab. */
    public RealTab tab() {
        return new RealTab(context.newPage(), true, this::posted);
    }

    /** A tab of another, fresh browser in which no script runs. */
    public RealTab tabWithoutScript() {
        return another(options().setJavaScriptEnabled(false), false);
    }

    /** A tab of another, fresh browser in this language. */
    public RealTab tabInLanguage(String locale) {
        return another(options().setLocale(locale), true);
    }

    /** A tab of another, fresh browser that asks for no trusted certificate. */
    public RealTab tabTrustingAnyCertificate() {
        return another(options().setIgnoreHTTPSErrors(true), true);
    }

    /** A tab of another, fresh browser. */
    public RealTab tabOfAnotherBrowser() {
        return another(options(), true);
    }

    /** What pages tried that their Content-Security-Policy forbids, in all tabs with script. */
    public List<String> policyViolations() {
        return violations.seen();
    }

    private Map<String, String> posted(Page tab) {
        return program.landing().posted(URI.create(tab.url()).getPath());
    }

    /** Keeps what each tab shows, for whoever looks into a failure. */
    void keep(String name) {
        var folder = Settings.build().resolve("failures");
        try {
            Files.createDirectories(folder);
            var number = 0;
            for (var tab : tabs()) {
                var file = name + (number == 0 ? "" : "-" + number);
                number++;
                Files.writeString(folder.resolve(file + ".html"), "<!-- " + tab.url() + " -->\n" + tab.content());
                tab.screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(file + ".png"))
                        .setFullPage(true));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        context.close();
        others.forEach(BrowserContext::close);
    }

    private List<Page> tabs() {
        var tabs = new ArrayList<>(context.pages());
        others.forEach(other -> tabs.addAll(other.pages()));
        return tabs;
    }

    private RealTab another(Browser.NewContextOptions options, boolean script) {
        var other = program.browser().newContext(options);
        other.setDefaultTimeout(TIMEOUT);
        if (script) {
            violations.watch(other);
        }
        others.add(other);
        return new RealTab(other.newPage(), script, this::posted);
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 800);
    }
}
