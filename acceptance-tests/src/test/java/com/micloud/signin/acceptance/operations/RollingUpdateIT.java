package com.micloud.signin.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.ContentHash;
import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.OnTwoNodes;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.hostile.Nginx;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@OnTwoNodes
@InWholeRuns("a rolling update on two nodes")
@DisplayName("While one node has the jars of the next release already")
final class RollingUpdateIT {
    /** Often enough that each node is the first to be asked. */
    private static final int TIMES = 4;

    private static final Pattern HASH = Pattern.compile(".+\\.([0-9a-f]{8})\\.(?:css|js|svg)");
    private static final Pattern ASSET = Pattern.compile("/resources/[^\"'<>\\s]+\\.(?:css|js|svg)");

    @Test
    @DisplayName("the proxy finds what a page loads, whichever node drew the page and whichever is asked")
    void found(Portal portal) throws Exception {
        behindTheProxy(portal.nodes(), proxy -> {
            var old = assets(portal, portal.nodes().get(0));
            var next = assets(portal, portal.nodes().get(1));
            assertThat(old).hasSizeGreaterThanOrEqualTo(6).hasSameSizeAs(next);
            assertThat(old).as("files of the old release").noneMatch(next::contains);
            assertThat(Http.send(HttpRequest.newBuilder(portal.nodes().get(0).resolve(style(next))))
                            .statusCode())
                    .as("the other release's style sheet, without the proxy")
                    .isEqualTo(404);
            for (var asset : both(old, next)) {
                for (var times = 0; times < TIMES; times++) {
                    assertIsItself(proxy, asset, times % 2 == 0);
                }
            }
        });
    }

    @Test
    @DisplayName("what no node has is not found, and the answer is not to be kept")
    void notFound(Portal portal) throws Exception {
        behindTheProxy(portal.nodes(), proxy -> {
            var wrong = style(assets(portal, portal.nodes().get(0))).replaceAll("[0-9a-f]{8}\\.css", "01234567.css");
            for (var times = 0; times < TIMES; times++) {
                var answer = Http.send(HttpRequest.newBuilder(proxy.resolve(wrong)));
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.headers().firstValue("Cache-Control").orElse("no-store"))
                        .doesNotContain("max-age");
            }
        });
    }

    @Test
    @DisplayName("a file that a node fails to give is asked of the other, a form is sent to one node only")
    void formsAreSentOnce() throws Exception {
        var asked = new ArrayList<String>();
        var first = breakingOff(asked);
        var second = breakingOff(asked);
        try {
            behindTheProxy(List.of(address(first), address(second)), proxy -> {
                assertThat(Http.send(HttpRequest.newBuilder(proxy.resolve("/resources/a1b2c/login/micloud/css/a.css")))
                                .statusCode())
                        .isEqualTo(502);
                assertThat(asked).containsExactly("GET", "GET");
            });
            asked.clear();
            behindTheProxy(List.of(address(first), address(second)), proxy -> {
                var form = HttpRequest.newBuilder(proxy.resolve("/realms/micloud/login-actions/authenticate"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("password=secret"));
                assertThat(Http.send(form).statusCode()).isEqualTo(502);
                assertThat(asked).containsExactly("POST");
            });
        } finally {
            first.stop(0);
            second.stop(0);
        }
    }

    private static void behindTheProxy(List<URI> nodes, Consumer<URI> visit) {
        var program = Nginx.program();
        if (program.isEmpty()) {
            LeftOut.because("the files of two releases behind one proxy", "no nginx on this machine");
            return;
        }
        try (var nginx = Nginx.inFrontOf(nodes, program.get())) {
            visit.accept(URI.create("http://127.0.0.1:" + nginx.port()));
        }
    }

    /** What the first page loads, and the one for a new password, which has scripts of the policy. */
    private static Set<String> assets(Portal portal, URI node) {
        var application = OidcApplication.made(portal);
        var found = new TreeSet<String>(drawn(node, application.begin().url(), Optional.empty()));
        var user = portal.admin().user();
        portal.admin().join(user, portal.admin().account("password"));
        var tab = PlainTab.fresh();
        tab.open(portal.realm("changepassword")).username(user.username());
        var action = URI.create(tab.page().document().selectFirst("main form").absUrl("action"));
        var again = URI.create(action.toString().replaceAll("(session_code|execution)=[^&]*&", ""));
        found.addAll(drawn(node, again, tab.browser().cookiesFor(again)));
        found.removeIf(asset -> !HASH.matcher(asset).matches());
        return found;
    }

    private static Set<String> drawn(URI node, URI page, Optional<String> cookies) {
        var request = HttpRequest.newBuilder(
                URI.create(node + page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery())));
        cookies.ifPresent(header -> request.header("Cookie", header));
        var answer = Http.send(request);
        assertThat(answer.statusCode()).as("%s", page).isEqualTo(200);
        assertThat(Jsoup.parse(answer.body()).select("link[rel=stylesheet]")).hasSize(1);
        var found = new TreeSet<String>();
        ASSET.matcher(answer.body()).results().forEach(asset -> found.add(asset.group()));
        return found;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static String style(Set<String> assets) {
        return assets.stream()
                .filter(asset -> asset.endsWith(".css"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertIsItself(URI proxy, String asset, boolean zipped) {
        var request = HttpRequest.newBuilder(proxy.resolve(asset));
        if (zipped) {
            request.header("Accept-Encoding", "gzip");
        }
        var answer = bytes(request.build());
        assertThat(answer.statusCode()).as(asset).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).as(asset).hasValueSatisfying(rule -> assertThat(rule)
                .contains("max-age=2592000"));
        var isZipped = answer.headers().firstValue("Content-Encoding").isPresent();
        assertThat(isZipped).as("%s is sent as gzip", asset).isEqualTo(zipped);
        var named = HASH.matcher(asset);
        assertThat(named.matches()).isTrue();
        assertThat(ContentHash.of(isZipped ? unzipped(answer.body()) : answer.body()))
                .as("the content of %s", asset)
                .isEqualTo(named.group(1));
    }

    private static HttpResponse<byte[]> bytes(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unzipped(byte[] content) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("No gzip", e);
        }
    }

    /** A node that takes every request and goes down over it. */
    private static HttpServer breakingOff(List<String> asked) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod());
            exchange.close();
        });
        server.start();
        return server;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
