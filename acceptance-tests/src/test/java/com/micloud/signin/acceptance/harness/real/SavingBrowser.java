package com.micloud.signin.acceptance.harness.real;

import static org.awaitility.Awaitility.await;

import com.micloud.signin.acceptance.harness.LeftOut;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Chromium as people have it, with windows and a profile of its own: it offers to save passwords, and fills in what it
 * has saved. It is started without the switches of automated browsers, which turn the password manager off, and lives on
 * a screen that nobody sees.
 */
public final class SavingBrowser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NEEDED = List.of("Xvfb", "xdotool");

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Path profile;
    private final String display;
    private final BrowserContext context;
    private final RealTab tab;

    private SavingBrowser(Path program) throws IOException {
        profile = Files.createTempDirectory("micloud-browser");
        opened.add(() -> forget(profile));
        display = startScreen();
        var landing = new Landing();
        opened.add(landing);
        startChromium(program, landing.port());
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(withoutDownload()));
        opened.add(playwright);
        var browser = connect(playwright);
        opened.add(browser);
        context = browser.contexts().get(0);
        context.setDefaultTimeout(60_000);
        tab = new RealTab(context.pages().get(0), true, page -> Map.of());
    }

    /** What this machine lacks for such a browser; empty when it has everything. */
    public static String missing() {
        var missing = new ArrayList<>(
                NEEDED.stream().filter(name -> Chromium.onPath(name).isEmpty()).toList());
        if (Chromium.installed().isEmpty()) {
            missing.add("an installed Chromium");
        }
        return String.join(", ", missing);
    }

    /** Opens one whose profile is empty. */
    public static SavingBrowser open() {
        var program = Chromium.installed().orElseThrow();
        try {
            LeftOut.ranWith("the password manager of " + program);
            return new SavingBrowser(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its only tab. */
    public RealTab tab() {
        return tab;
    }

    /** Forgets cookies, as by the next day; what was saved stays. */
    public SavingBrowser nextDay() {
        context.clearCookies();
        return this;
    }

    /** Waits until the browser has filled in a field by itself. */
    public SavingBrowser awaitFilled(String id) {
        await().atMost(PATIENCE).until(() -> isFilled(id));
        return this;
    }

    /** Whether the browser leaves a field alone, for longer than it takes to fill it in. */
    public boolean leavesAlone(String id) {
        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> !isFilled(id));
        return tab.value(id).isEmpty();
    }

    private boolean isFilled(String id) {
        return (Boolean) tab.page().locator("[id='" + id + "']").evaluate("field => field.matches(':autofill')");
    }

    /** Does what makes the browser offer to save a password, and accepts by the keyboard; fails when nothing is saved. */
    public void acceptOffer(Runnable signIn) {
        signIn.run();
        var before = saved();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
            // Leads the keyboard into the offer, whose first button is the one that saves.
            keyboard("alt+shift+a");
            keyboard("Return");
            return saved() > before;
        });
    }

    /** When the browser last wrote its passwords, in milliseconds since the epoch. */
    private long saved() {
        return profile.resolve("Default").resolve("Login Data").toFile().lastModified();
    }

    private void keyboard(String key) {
        run("xdotool", "search", "--onlyvisible", "--class", "chromium", "windowfocus", "--sync");
        run("xdotool", "key", key);
    }

    private void run(String... command) {
        try {
            var builder = onScreen(new ProcessBuilder(command).redirectErrorStream(true));
            var process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                            profile.resolve("keys.log").toFile()))
                    .start();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String startScreen() throws IOException {
        var screen = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1100x900x24", "-nolisten", "tcp", "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        opened.add(() -> end(screen));
        var number = new BufferedReader(screen.inputReader(StandardCharsets.US_ASCII)).readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        return ":" + number.strip();
    }

    private void startChromium(Path program, int landing) throws IOException {
        var chromium = onScreen(new ProcessBuilder(
                        program.toString(),
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--no-default-browser-check",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--lang=en-US",
                        "--password-store=basic",
                        "--remote-debugging-port=0",
                        "--window-position=0,0",
                        "--window-size=1100,900",
                        "--host-resolver-rules=MAP 127.0.0.1:9999 127.0.0.1:" + landing,
                        "--user-data-dir=" + profile,
                        "about:blank"))
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        opened.add(() -> end(chromium));
    }

    private Browser connect(Playwright playwright) {
        var port = profile.resolve("DevToolsActivePort");
        await().atMost(PATIENCE)
                .until(() -> Files.exists(port) && !Files.readAllLines(port).isEmpty());
        try {
            return playwright
                    .chromium()
                    .connectOverCDP(
                            "http://127.0.0.1:" + Files.readAllLines(port).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder onScreen(ProcessBuilder builder) {
        builder.environment().put("DISPLAY", display);
        return builder;
    }

    private static Map<String, String> withoutDownload() {
        var environment = new LinkedHashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return environment;
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static void forget(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    @Override
    public void close() {
        Optional<Exception> failure = Optional.empty();
        for (var number = opened.size() - 1; number >= 0; number--) {
            try {
                opened.get(number).close();
            } catch (Exception e) {
                failure = Optional.of(e);
            }
        }
        failure.ifPresent(e -> {
            throw new IllegalStateException("The browser did not close", e);
        });
    }
}
