package com.micloud.signin.acceptance.harness.plain;

import com.micloud.signin.acceptance.harness.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A browser without script over plain HTTP: cookies, redirects, forms and links. It goes wherever it is sent on
 * `localhost`, which is where the portal and the stand-in providers live, and stops where it is sent to an application.
 * It may send several requests at a time, as after a double click.
 */
public final class PlainBrowser {
    private static final int MOST_REDIRECTS = 30;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Cookies cookies = new Cookies();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<HttpResponse<String>> answers = new CopyOnWriteArrayList<>();
    private final List<Duration> times = new CopyOnWriteArrayList<>();

    /** Sends one more header with every request. */
    public PlainBrowser sending(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Opens an address as if it had been typed. */
    public PlainPage open(URI address) {
        return travel(address, Optional.empty());
    }

    /** Posts a form to an address. */
    public PlainPage post(URI address, Map<String, String> form) {
        return travel(address, Optional.of(form));
    }

    /** Posts a body as it is, well formed or not. */
    public PlainPage postRaw(URI address, String contentType, byte[] body) {
        return follow(
                address,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Every answer that this browser got so far, redirects included. */
    public List<HttpResponse<String>> answers() {
        return List.copyOf(answers);
    }

    /** How long each of the answers took, from the request to the last byte. */
    public List<Duration> times() {
        return List.copyOf(times);
    }

    /** The value of a cookie of this browser. */
    public Optional<String> cookie(String name) {
        return cookies.value(name);
    }

    /** The names of all cookies of this browser. */
    public List<String> cookieNames() {
        return cookies.names();
    }

    /** The cookies that this browser sends to an address, as one header; empty when there are none. */
    public Optional<String> cookiesFor(URI address) {
        return cookies.headerFor(address);
    }

    /** Takes cookies that came with an answer which this browser did not fetch itself. */
    public void takeCookies(URI address, List<String> headers) {
        cookies.take(address, headers);
    }

    /** Sets a cookie by hand. */
    public void setCookie(String path, String name, String value) {
        cookies.set("localhost", path, name, value);
    }

    /** Forgets one cookie. */
    public void forgetCookie(String name) {
        cookies.forget(name);
    }

    /** Closes the browser and opens it again: cookies that were set without an end are gone. */
    public void restart() {
        cookies.forgetThoseOfTheSession();
    }

    /** Forgets all cookies, as after the browser's data were cleared. */
    public void forgetCookies() {
        cookies.forgetAll();
    }

    private PlainPage travel(URI address, Optional<Map<String, String>> form) {
        if (!"localhost".equals(address.getHost())) {
            return PlainPage.arrived(this, address, form.orElse(Map.of()));
        }
        var request = HttpRequest.newBuilder(withoutFragment(address));
        if (form.isPresent()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(Parameters.encode(form.get())));
        }
        return follow(address, request);
    }

    private PlainPage follow(URI first, HttpRequest.Builder firstRequest) {
        var address = first;
        var request = firstRequest;
        for (var hops = 0; hops < MOST_REDIRECTS; hops++) {
            headers.forEach(request::setHeader);
            request.timeout(Duration.ofMinutes(3));
            cookies.headerFor(address).ifPresent(withCookies(request));
            var start = System.nanoTime();
            var response = send(request.build());
            times.add(Duration.ofNanos(System.nanoTime() - start));
            answers.add(response);
            cookies.take(address, response.headers().allValues("Set-Cookie"));
            var location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return PlainPage.shown(this, address, response).continued();
            }
            var next = resolve(address, location.get());
            if (!"localhost".equals(next.getHost())) {
                return PlainPage.arrived(this, next, Map.of());
            }
            address = next;
            request = HttpRequest.newBuilder(withoutFragment(next));
        }
        throw new AssertionError("More than " + MOST_REDIRECTS + " redirects, the last one to " + address);
    }

    private static Consumer<String> withCookies(HttpRequest.Builder request) {
        return header -> request.setHeader("Cookie", header);
    }

    private static URI withoutFragment(URI address) {
        var text = address.toString();
        var hash = text.indexOf('#');
        return hash < 0 ? address : URI.create(text.substring(0, hash));
    }

    private static URI resolve(URI base, String location) {
        return base.resolve(URI.create(location));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
