package com.micloud.signin.acceptance.stock;

import com.fasterxml.jackson.databind.JsonNode;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a walk through a realm was answered, without what differs from one walk to the next. */
final class Transcript {
    private static final List<String> HEADERS = List.of(
            "Access-Control-Allow-Credentials",
            "Access-Control-Allow-Methods",
            "Access-Control-Allow-Origin",
            "Access-Control-Expose-Headers",
            "Cache-Control",
            "Content-Security-Policy",
            "Content-Type",
            "Referrer-Policy",
            "Strict-Transport-Security",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-Robots-Tag");

    /** Begins the line of a header. */
    static final String HEADER = "header ";

    private final List<String> lines = new ArrayList<>();
    private final String server;

    Transcript(URI server) {
        this.server = server.toString();
    }

    List<String> lines() {
        return lines;
    }

    void begin(String what) {
        lines.add("## " + what);
    }

    /** A page: status, headers, texts, forms with their fields, links; or where the browser arrived. */
    void page(PlainPage page) {
        if (page.hasArrived()) {
            lines.add("arrived with "
                    + new TreeSet<>(Parameters.of(page.arrival()).keySet()) + " "
                    + new TreeSet<>(page.posted().keySet()));
            return;
        }
        lines.add(page.status() + " " + plain(page.document().title()));
        HEADERS.forEach(name -> page.header(name).ifPresent(value -> header(name, value)));
        say("text: " + page.document().body().text());
        page.document().select("form").forEach(form -> {
            say("form " + form.attr("method") + " " + path(form.absUrl("action")));
            form.select("input,select,button,textarea")
                    .forEach(field -> say("  " + field.normalName() + " " + field.attr("type") + " "
                            + field.attr("name") + " " + field.attr("aria-invalid")));
        });
        page.document().select("a[href]").forEach(link -> say("link " + path(link.absUrl("href"))));
    }

    /** An answer to a machine. */
    void answer(HttpResponse<String> answer) {
        say(String.valueOf(answer.statusCode()));
        HEADERS.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> header(name, value)));
        if (!answer.body().isEmpty()) {
            say("body: " + answer.body());
        }
    }

    /** The names in an object, and the values that do not differ from one walk to the next. */
    void object(String what, JsonNode object) {
        var sorted = new TreeMap<String, String>();
        object.properties()
                .forEach(entry ->
                        sorted.put(entry.getKey(), plain(entry.getValue().toString())));
        // Which of two seconds an answer falls into is by chance, and scopes have no order.
        sorted.remove("expires_in");
        sorted.remove("refresh_expires_in");
        sorted.computeIfPresent("scope", (name, value) -> inOrder(value));
        sorted.forEach((name, value) -> say(what + "." + name + " = " + value));
    }

    private static String inOrder(String words) {
        return Stream.of(words.replace("\"", "").split(" ")).sorted().collect(Collectors.joining(" "));
    }

    private void header(String name, String value) {
        lines.add(HEADER + name + ": " + plain(value));
    }

    void say(String line) {
        lines.add(plain(line));
    }

    private String path(String address) {
        return address.replaceFirst("\\?.*", "").replaceFirst("#.*", "");
    }

    private String plain(String text) {
        return text.replace(server, "")
                .replace(Parameters.encode(server), "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")
                .replaceAll("\\b7\\d{8}\\b", "<account>")
                .replaceAll("eyJ[\\w-]+\\.[\\w.-]+", "<token>")
                .replaceAll("/resources/\\w+/", "/resources/<version>/")
                .replaceAll("\\b1[5-9]\\d{8}(\\d{3})?\\b", "<time>")
                .replaceAll("(?<![\\w-])[\\w-]{20,}(\\.[\\w-]{20,})?(?![\\w-])", "<word>")
                .replaceAll("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1", "<address>")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
