package com.micloud.signin.acceptance.harness.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The events of the realm, as an operator reads them to explain a sign-in. */
public final class Events {
    private final Admin admin;

    Events(Admin admin) {
        this.admin = admin;
    }

    /** What was recorded for an application, the oldest first. */
    public List<Event> of(String clientId) {
        return read("/events?max=500&direction=asc&client=" + clientId);
    }

    /** What was recorded for a user, the oldest first. */
    public List<Event> of(User user) {
        return read("/events?max=500&direction=asc&user=" + user.id());
    }

    /** What went wrong for whomever since then, the oldest first. */
    public List<Event> failuresSince(Instant then) {
        var failures = new ArrayList<Event>();
        for (var node : admin.get("/events?max=100&direction=desc")) {
            if (node.path("time").asLong() >= then.toEpochMilli()
                    && !node.path("error").asText("").isEmpty()) {
                failures.add(0, event(node));
            }
        }
        return failures;
    }

    /** The last event of an application. */
    public Event lastOf(String clientId) {
        return last(of(clientId), clientId);
    }

    /** The last event of a user. */
    public Event lastOf(User user) {
        return last(of(user), user.username());
    }

    private static Event last(List<Event> events, String whose) {
        if (events.isEmpty()) {
            throw new AssertionError("No event was recorded for " + whose);
        }
        return events.get(events.size() - 1);
    }

    private List<Event> read(String path) {
        var events = new ArrayList<Event>();
        for (var node : admin.get(path)) {
            events.add(event(node));
        }
        return events;
    }

    private static Event event(JsonNode node) {
        var details = new LinkedHashMap<String, String>();
        node.path("details")
                .properties()
                .forEach(entry -> details.put(entry.getKey(), entry.getValue().asText()));
        return new Event(
                node.path("type").asText(""),
                node.path("error").asText(""),
                node.path("userId").asText(""),
                node.path("clientId").asText(""),
                details);
    }
}
