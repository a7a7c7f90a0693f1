package com.micloud.signin.acceptance.harness.real;

import com.micloud.signin.theme.Gallery;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ScreenshotType;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Goes through the pages of the gallery in every look that people may have, with axe and with measures of its own. */
public final class Inspection {
    private static final int PICTURED = 390;
    private static final List<Integer> WIDTHS = List.of(320, PICTURED, 1280);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final int BROWSERS = 2;

    private final Path folder;
    private final Path pictures;
    private final boolean everyPicture;
    private final boolean everyLook;
    private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();

    /**
     * Something that is not as it should be.
     *
     * @param kind what was looked for
     * @param place the page and the look
     * @param what what was found
     */
    public record Finding(String kind, String place, String what) {}

    private Inspection(Path folder, Path pictures, boolean everyPicture, boolean everyLook) {
        this.folder = folder;
        this.pictures = pictures;
        this.everyPicture = everyPicture;
        this.everyLook = everyLook;
    }

    /** Looks at all pages in a sample of looks, or in every look; then it leaves pictures, of each page or of each look. */
    public static Inspection of(
            Path folder, Path pictures, List<Gallery.Drawn> pages, boolean everyPicture, boolean everyLook) {
        var inspection = new Inspection(folder, pictures, everyPicture, everyLook);
        inspection.run(pages);
        return inspection;
    }

    /** What was found of this kind. */
    public List<Finding> findings(String kind) {
        return findings.stream().filter(finding -> finding.kind().equals(kind)).toList();
    }

    /** How many looks axe has judged. */
    public int looks() {
        return looks.get();
    }

    private void run(List<Gallery.Drawn> pages) {
        var waiting = new ConcurrentLinkedQueue<>(pages);
        var chromium = Chromium.find();
        var workers = Executors.newFixedThreadPool(BROWSERS);
        try {
            Files.createDirectories(pictures);
            var server = serve(folder);
            try {
                var work = new ArrayList<Callable<Void>>();
                for (var i = 0; i < BROWSERS; i++) {
                    work.add(() -> {
                        lookAt(
                                waiting,
                                chromium,
                                "http://localhost:" + server.getAddress().getPort() + "/");
                        return null;
                    });
                }
                for (var done : workers.invokeAll(work)) {
                    done.get();
                }
                if (everyLook || everyPicture) {
                    sheet(pages, chromium);
                }
            } finally {
                server.stop(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private void lookAt(Queue<Gallery.Drawn> waiting, Chromium chromium, String site) {
        try (var playwright = BrowserProgram.playwright();
                var browser = playwright.chromium().launch(BrowserProgram.options(chromium))) {
            var context = context(browser);
            var tab = context.newPage();
            for (var page = waiting.poll(); page != null; page = waiting.poll()) {
                tab.setViewportSize(WIDTHS.get(0), 800);
                tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                tab.navigate(site + page.file());
                look(tab, page);
            }
        }
    }

    private BrowserContext context(Browser browser) {
        var context = browser.newContext();
        context.addInitScript(Axe.SOURCE);
        // These pages would leave at once.
        context.route("**/js/go.*", route -> route.abort());
        return context;
    }

    private void look(Page tab, Gallery.Drawn page) {
        var arrival = tab.evaluate(Measures.ON_ARRIVAL);
        if (page.own()) {
            note(page.file(), arrival);
        }
        for (var width : WIDTHS) {
            tab.setViewportSize(width, 800);
            for (var scheme : SCHEMES) {
                look(tab, page, width, scheme);
            }
            if (isMeasured(page, width)) {
                note(page.file() + " at " + width, tab.evaluate(Measures.FITS));
            }
        }
        tab.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        note(page.file() + " in forced colours", tab.evaluate(Measures.FORCED_COLOURS));
        tab.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        if (everyLook || page.first()) {
            enlarge(tab, page);
        }
        if (page.first()) {
            note(page.file(), walk(tab));
        }
    }

    private void look(Page tab, Gallery.Drawn page, int width, ColorScheme scheme) {
        var judged = everyLook || isInSample(page, width, scheme);
        var pictured = isPictured(page, width);
        if (judged || pictured) {
            tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        }
        var look = page.file().replace(".html", "") + "-" + width + "-"
                + scheme.name().toLowerCase(Locale.ROOT);
        if (judged) {
            note(look, tab.evaluate(Measures.AXE));
            looks.incrementAndGet();
        }
        if (pictured) {
            tab.screenshot(new Page.ScreenshotOptions()
                    .setPath(pictures.resolve(look + ".jpg"))
                    .setType(ScreenshotType.JPEG)
                    .setQuality(80)
                    .setFullPage(everyPicture));
        }
    }

    private void enlarge(Page tab, Gallery.Drawn page) {
        tab.setViewportSize(320, 256);
        note(page.file() + " at 400 %", tab.evaluate(Measures.FITS));
        note(page.file() + " with wide text", tab.evaluate(Measures.WIDE_TEXT));
        tab.setViewportSize(640, 512);
        note(page.file() + " with text twice as large", tab.evaluate(Measures.LARGE_TEXT));
    }

    /** Contrast depends on the scheme and reflow on the width: two looks show both, and in a sample often one of the two. */
    private static boolean isInSample(Gallery.Drawn page, int width, ColorScheme scheme) {
        var light = scheme == ColorScheme.LIGHT && width == PICTURED;
        var dark = scheme == ColorScheme.DARK && width == 1280;
        if (page.first() && page.language().equals("en")) {
            return light || dark;
        }
        return page.file().hashCode() % 2 == 0 ? light : dark;
    }

    /** What is too wide is so first in the narrowest window. */
    private boolean isMeasured(Gallery.Drawn page, int width) {
        return everyLook || page.first() || width == WIDTHS.get(0);
    }

    private boolean isPictured(Gallery.Drawn page, int width) {
        return everyPicture
                || (everyLook
                        && width == PICTURED
                        && (page.first() || page.language().equals("en")));
    }

    /** Goes from control to control with the Tab key, until it comes round. */
    private static List<List<String>> walk(Page tab) {
        var found = new ArrayList<List<String>>();
        var stops = new ArrayList<Integer>();
        tab.evaluate(Measures.FOCUS_FIRST);
        while (true) {
            @SuppressWarnings("unchecked")
            var stop = (Map<String, Object>) tab.evaluate(Measures.FOCUSED);
            var place = ((Number) stop.get("place")).intValue();
            if (place < 0 || stops.contains(place)) {
                var all = ((Number) stop.get("all")).intValue();
                if (!stops.equals(stops.stream().sorted().toList()) || stops.size() != all) {
                    found.add(List.of("keyboard", "stops at " + stops + " of " + all + " controls"));
                }
                return found;
            }
            if (stop.get("outline").equals("none")) {
                found.add(List.of("keyboard", "no outline around " + stop.get("html")));
            }
            stops.add(place);
            tab.keyboard().press("Tab");
        }
    }

    @SuppressWarnings("unchecked")
    private void note(String place, Object found) {
        for (var one : (Collection<List<String>>) found) {
            findings.add(new Finding(one.get(0), place, one.get(1)));
        }
    }

    /** All pages at a glance: a page of pictures, and a picture of that page. */
    private void sheet(List<Gallery.Drawn> pages, Chromium chromium) throws IOException {
        var html = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><title>Gallery</title><style>"
                + "body{margin:16px;font:11px system-ui;background:#fff;display:flex;flex-wrap:wrap;gap:10px}"
                + "figure{margin:0;width:112px}img{width:112px;height:230px;object-fit:cover;object-position:top;"
                + "border:1px solid #ccc;border-radius:6px}h2{width:100%;margin:4px 0;font-size:15px}"
                + "figcaption{overflow-wrap:anywhere}</style>");
        figures(html, "Every page", pages, "en", "light");
        figures(html, "Dark", pages, "en", "dark");
        figures(html, "From right to left", pages, "ar", "light");
        var first = html.length();
        html.append("<h2>Every state</h2>");
        pages.stream()
                .filter(page -> !page.first() && page.language().equals("en"))
                .forEach(page -> figure(html, page.file().replace(".html", ""), "light"));
        Files.writeString(pictures.resolve("index.html"), html);
        Files.writeString(pictures.resolve("sheet.html"), html.substring(0, first));
        var server = serve(pictures);
        try (var playwright = BrowserProgram.playwright();
                var browser = playwright.chromium().launch(BrowserProgram.options(chromium))) {
            var tab = browser.newPage();
            tab.setViewportSize(1500, 900);
            tab.navigate("http://localhost:" + server.getAddress().getPort() + "/sheet.html");
            tab.screenshot(new Page.ScreenshotOptions()
                    .setPath(pictures.resolve("sheet.jpg"))
                    .setType(ScreenshotType.JPEG)
                    .setQuality(40)
                    .setFullPage(true));
        } finally {
            server.stop(0);
        }
    }

    private static void figures(
            StringBuilder html, String title, List<Gallery.Drawn> pages, String language, String scheme) {
        html.append("<h2>").append(title).append("</h2>");
        pages.stream()
                .filter(page -> page.first() && page.language().equals(language))
                .forEach(page -> figure(html, page.file().replace(".html", ""), scheme));
    }

    private static void figure(StringBuilder html, String name, String scheme) {
        html.append("<figure><img src='")
                .append(name)
                .append("-390-")
                .append(scheme)
                .append(".jpg' alt=''><figcaption>")
                .append(name)
                .append("</figcaption></figure>");
    }

    private static HttpServer serve(Path root) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var file = root.resolve(exchange.getRequestURI().getPath().substring(1));
                if (!Files.isRegularFile(file)) {
                    exchange.sendResponseHeaders(404, -1);
                    return;
                }
                var name = file.toString();
                exchange.getResponseHeaders()
                        .set(
                                "Content-Type",
                                name.endsWith(".html")
                                        ? "text/html; charset=utf-8"
                                        : name.endsWith(".css")
                                                ? "text/css"
                                                : name.endsWith(".js")
                                                        ? "text/javascript"
                                                        : name.endsWith(".svg") ? "image/svg+xml" : "image/jpeg");
                var content = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        });
        server.setExecutor(Executors.newFixedThreadPool(4, task -> {
            var thread = new Thread(task, "gallery");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        return server;
    }
}
