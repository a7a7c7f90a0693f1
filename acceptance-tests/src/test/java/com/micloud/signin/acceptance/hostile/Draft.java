package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.hostile.WireRequest.Header;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request in the making: what a well-behaved browser or application would send, until it is spoilt. */
final class Draft {
    static final String FORM = "application/x-www-form-urlencoded";

    /** A side of the request that carries parameters. */
    enum Side {
        QUERY,
        BODY
    }

    /** A parameter, name and value in percent escapes or broken ones. */
    record Parameter(String name, String value) {}

    private final String host;
    private final List<Parameter> query = new ArrayList<>();
    private final List<Parameter> body = new ArrayList<>();
    private final List<Header> headers = new ArrayList<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String method;
    private String path;
    private Optional<String> contentType;
    private Optional<String> rawBody = Optional.empty();

    private Draft(String method, URI address) {
        this.method = method;
        this.host = address.getRawAuthority();
        this.path = address.getRawPath();
        this.contentType = method.equals("POST") ? Optional.of(FORM) : Optional.empty();
        Parameters.decode(address.getRawQuery()).forEach(this::query);
    }

    static Draft get(URI address) {
        return new Draft("GET", address);
    }

    static Draft post(URI address) {
        return new Draft("POST", address);
    }

    Draft query(String name, String value) {
        query.add(new Parameter(escaped(name), escaped(value)));
        return this;
    }

    Draft field(String name, String value) {
        body.add(new Parameter(escaped(name), escaped(value)));
        return this;
    }

    Draft header(String name, String value) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        headers.add(new Header(name, value));
        return this;
    }

    Draft cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** The cookies of a browser. */
    Draft cookies(Optional<String> header) {
        header.stream().flatMap(line -> List.of(line.split("; ")).stream()).forEach(pair -> {
            var equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        });
        return this;
    }

    Draft method(String other) {
        method = other;
        return this;
    }

    Draft below(String segment) {
        path += segment;
        return this;
    }

    Draft contentType(Optional<String> other) {
        contentType = other;
        return this;
    }

    Draft rawBody(String raw) {
        rawBody = Optional.of(raw);
        return this;
    }

    List<Parameter> side(Side side) {
        return side == Side.QUERY ? query : body;
    }

    WireRequest request() {
        var lines = new ArrayList<Header>();
        if (headers.stream().noneMatch(header -> header.name().equals("Host"))) {
            lines.add(new Header("Host", host));
        }
        if (!cookies.isEmpty()) {
            lines.add(new Header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; "))));
        }
        lines.addAll(headers);
        var content = rawBody.orElseGet(() -> joined(body));
        if (!content.isEmpty() || method.equals("POST")) {
            contentType.ifPresent(type -> lines.add(new Header("Content-Type", type)));
            lines.add(new Header("Content-Length", String.valueOf(content.length())));
        }
        var target = query.isEmpty() ? path : path + "?" + joined(query);
        return new WireRequest(method, target, List.copyOf(lines), content);
    }

    private static String joined(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&"));
    }

    private static String escaped(String text) {
        return Bytes.escaped(Bytes.utf8(text));
    }
}
