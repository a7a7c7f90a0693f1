package com.micloud.signin.acceptance.harness.real;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;

/** A Chromium with a fresh profile that another program may look into, and then sees the same cookies. */
public final class DebuggedBrowser implements AutoCloseable {
    private final Path profile;
    private final Playwright playwright;
    private final BrowserContext context;

    /** Starts one. */
    public DebuggedBrowser() throws IOException {
        profile = Files.createTempDirectory("micloud-debugged");
        playwright = BrowserProgram.playwright();
        var chromium = Chromium.find();
        var launch = BrowserProgram.options(chromium, "--remote-debugging-port=0");
        var options = new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(chromium.program())
                .setHeadless(true)
                .setLocale("en-US")
                .setArgs(new ArrayList<>(launch.args));
        if (!chromium.environment().isEmpty()) {
            options.setEnv(chromium.environment());
        }
        context = playwright.chromium().launchPersistentContext(profile, options);
        context.setDefaultTimeout(60_000);
    }

    /** Its first tab. */
    public RealTab tab() {
        return new RealTab(context.pages().get(0));
    }

    /** Where the other program finds it. */
    public int port() {
        try {
            return Integer.parseInt(
                    Files.readAllLines(profile.resolve("DevToolsActivePort")).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
        try (var files = Files.walk(profile)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
