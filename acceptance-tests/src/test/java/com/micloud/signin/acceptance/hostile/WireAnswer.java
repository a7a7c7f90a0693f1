package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.hostile.WireRequest.Header;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came back. */
record WireAnswer(int status, List<Header> headers, String body) {

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    boolean isHtml() {
        return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    /** The body as text. */
    String text() {
        return Bytes.decoded(body);
    }
}
