package com.micloud.signin.acceptance.harness.plain;

import com.micloud.signin.acceptance.harness.Parameters;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that the outside sees of a browser's way through the portal, step by step: status, all headers, cookies,
 * addresses and bytes. What is new at every sign-in is replaced by its length, and the username by a word, so that the
 * ways of two usernames can be compared as they are.
 */
public final class Outside {
    /** Values made anew for every sign-in or every page; nothing about a user can be read from them but their length. */
    private static final Pattern TOKENS =
            Pattern.compile("\\b(session_code|tab_id|client_data|state|nonce|code|code_challenge)=([^]&\"\\s]+)");

    /** The same in the fields of a form. */
    private static final Pattern FIELDS = Pattern.compile("name=\"(tab_id)\" value=\"([^\"]+)\"");

    private static final Pattern AUTHENTICATION_SESSION_HASH = Pattern.compile("data-ash=\"([^\"]+)\"");

    private static final Set<String> CLOCKS = Set.of("date");

    private final PlainTab tab;
    private final String username;
    private final Map<String, String> steps = new LinkedHashMap<>();

    /** Watches a tab in which this username is typed. */
    public Outside(PlainTab tab, String username) {
        this.tab = tab;
        this.username = username;
    }

    /** Takes a step and notes what the outside sees of it. */
    public Outside step(String name, Runnable action) {
        var before = tab.browser().answers().size();
        action.run();
        var answers = tab.browser().answers();
        var seen = new ArrayList<String>();
        for (var answer : answers.subList(before, answers.size())) {
            seen.add(text(answer));
        }
        seen.add(
                tab.page().hasArrived()
                        ? "Arrival at the application"
                        : "Page: " + tab.page().heading());
        if (steps.put(name, plain(String.join("\n\n", seen))) != null) {
            throw new IllegalArgumentException("Two steps are called " + name);
        }
        return this;
    }

    /** What was seen at each step, in the order they were taken. */
    public Map<String, String> steps() {
        return new LinkedHashMap<>(steps);
    }

    /** The headings of the pages, for tests that say where a way leads. */
    public Collection<String> pages() {
        return steps.values().stream()
                .map(seen -> seen.substring(seen.lastIndexOf('\n') + 1))
                .toList();
    }

    private static String text(HttpResponse<String> answer) {
        var text = new StringBuilder();
        text.append(answer.request().method()).append(' ').append(answer.uri()).append('\n');
        text.append("Status: ").append(answer.statusCode()).append('\n');
        new TreeMap<>(answer.headers().map()).forEach((name, values) -> {
            if (!CLOCKS.contains(name)) {
                text.append(name).append(": ").append(name.equals("set-cookie") ? cookies(values) : values);
                text.append('\n');
            }
        });
        return text.append(answer.body()).toString();
    }

    /** Name, length of the value, and attributes as they are. */
    private static List<String> cookies(List<String> headers) {
        return headers.stream()
                .map(header -> {
                    var equals = header.indexOf('=');
                    var end = header.indexOf(';');
                    var value = header.substring(equals + 1, end < 0 ? header.length() : end);
                    // A random value is quoted when it happens to hold certain characters.
                    var length = value.replace("\"", "").length();
                    return header.substring(0, equals) + "=<" + length + ">" + (end < 0 ? "" : header.substring(end));
                })
                .collect(Collectors.toList());
    }

    private String plain(String text) {
        var named = text.replace(username, "USERNAME").replace(Parameters.encode(username), "USERNAME");
        var hashed = AUTHENTICATION_SESSION_HASH
                .matcher(named)
                .replaceAll(found -> "data-ash=<" + found.group(1).length() + ">");
        var unfilled = FIELDS.matcher(hashed)
                .replaceAll(found -> found.group(1) + "=<" + found.group(2).length() + ">");
        return TOKENS.matcher(unfilled)
                .replaceAll(found -> found.group(1) + "=<" + found.group(2).length() + ">");
    }
}
