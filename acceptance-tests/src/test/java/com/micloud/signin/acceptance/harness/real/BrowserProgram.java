package com.micloud.signin.acceptance.harness.real;

import com.micloud.signin.acceptance.harness.LeftOut;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The one Chromium of a JVM. */
public final class BrowserProgram implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final Landing landing;

    /** Starts it, and what answers at the applications' addresses. */
    public BrowserProgram() {
        var chromium = Chromium.find();
        landing = new Landing();
        playwright = playwright();
        // The applications' fixed address leads to a port that was free.
        browser = playwright
                .chromium()
                .launch(options(chromium, "--host-resolver-rules=MAP 127.0.0.1:9999 127.0.0.1:" + landing.port()));
        LeftOut.ranWith("Chromium " + browser.version() + " (" + chromium.program() + ")");
    }

    /** The driver, which is not to bring a browser of its own. */
    static Playwright playwright() {
        var environment = new LinkedHashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    }

    /** How the program is started. */
    static BrowserType.LaunchOptions options(Chromium chromium, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
        arguments.addAll(List.of(more));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(chromium.program())
                .setHeadless(true)
                .setArgs(arguments);
        return chromium.environment().isEmpty() ? options : options.setEnv(chromium.environment());
    }

    /** The program itself. */
    public Browser browser() {
        return browser;
    }

    Landing landing() {
        return landing;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        landing.close();
    }
}
