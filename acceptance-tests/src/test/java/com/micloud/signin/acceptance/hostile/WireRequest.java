package com.micloud.signin.acceptance.hostile;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A request to the byte, well formed or not.
 *
 * @param method what stands before the target
 * @param target path and query
 * @param headers all of them, length included
 * @param body the bytes behind the headers
 */
record WireRequest(String method, String target, List<Header> headers, String body) {

    /** A header line. */
    record Header(String name, String value) {}

    /** The value of a header, empty when it is not there. */
    String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** Whether a header is there. */
    boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    String onTheWire() {
        var lines = headers.stream()
                .map(header -> header.name() + ": " + header.value() + "\r\n")
                .collect(Collectors.joining());
        return method + " " + target + " HTTP/1.1\r\n" + lines + "\r\n" + body;
    }

    /** The same for people, to be sent again by hand. */
    @Override
    public String toString() {
        var lines = headers.stream()
                .map(header -> "    " + header.name() + ": " + Bytes.shown(header.value()) + "\n")
                .collect(Collectors.joining());
        return "    " + Bytes.shown(method) + " " + Bytes.shown(target) + "\n" + lines
                + (body.isEmpty() ? "" : "\n    " + Bytes.shown(body) + "\n");
    }
}
