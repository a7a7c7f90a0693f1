package com.micloud.signin.events;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;

/**
 * An administrator's action as one line of the server log: who did what to which resource. It holds ids only. The
 * representation, which may hold names and addresses of people, is left out.
 */
final class AdminEventLine {

    /** Ids, aliases and the fixed words of paths. E-mail addresses and texts that somebody typed have other characters. */
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._:-]+");

    private static final int LONGEST = 240;

    private AdminEventLine() {}

    static String of(AdminEvent event) {
        StringJoiner line = new StringJoiner(" ");
        line.add("ADMIN");
        line.add(String.valueOf(event.getOperationType()));
        line.add(EventLine.plain(String.valueOf(event.getResourceTypeAsString())));
        EventLine.add(line, "error", event.getError());
        EventLine.add(line, "realm", event.getRealmName());
        if (event.getResourcePath() != null) {
            line.add("path=" + path(event.getResourcePath()));
        }
        AuthDetails by = event.getAuthDetails() == null ? new AuthDetails() : event.getAuthDetails();
        EventLine.add(line, "user", by.getUserId());
        EventLine.add(line, "user_realm", by.getRealmName());
        EventLine.add(line, "client", by.getClientId());
        EventLine.add(line, "address", by.getIpAddress());
        return line.toString();
    }

    /**
     * A part with any other character becomes a question mark as a whole: names of roles, for instance, are part of
     * paths, and what was typed must neither show nor forge a line.
     */
    private static String path(String path) {
        String plain = Arrays.stream(path.split("/", -1))
                .map(part -> part.isEmpty() || SEGMENT.matcher(part).matches() ? part : "?")
                .collect(Collectors.joining("/"));
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
