package com.micloud.signin.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.micloud.signin.acceptance.harness.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for the server's log, whatever was asked. */
final class LogLaws {
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");
    /** Our own lines name the client and the provider that a request named, cut and cleaned. */
    private static final Pattern CLEANED = Pattern.compile("(client|identity_provider)=[A-Za-z0-9._:/?-]{1,80}");
    /** What Keycloak writes of {@link StockError#UNDECODABLE_FORM} and {@link StockError#BRACES_IN_TOKEN}. */
    private static final Pattern STOCK =
            Pattern.compile("Failed to decode URL|failed to create URI|Path parameter not provided");

    private final List<Attacks.Made> attacks;

    LogLaws(List<Attacks.Made> attacks) {
        this.attacks = attacks;
    }

    /** What the log in JSON breaks: each line is one thing that the server said, and nothing that anybody typed. */
    List<String> broken(String json) {
        var broken = new ArrayList<String>();
        for (var line : json.split("\n", -1)) {
            if (!line.isEmpty()) {
                line(line, broken);
            }
        }
        return broken;
    }

    private void line(String line, List<String> broken) {
        if (CONTROL.matcher(line).find()) {
            broken.add("A control character in the log: " + line);
        }
        JsonNode said;
        try {
            said = Json.read(line);
        } catch (IllegalArgumentException e) {
            broken.add("No line of the server: " + line);
            return;
        }
        for (var wanted : Set.of("timestamp", "level", "loggerName", "message")) {
            if (!said.has(wanted)) {
                broken.add("A line without " + wanted + ": " + line);
            }
        }
        var ours = said.path("loggerName").asText().startsWith("com.micloud");
        if (ours && Mark.in(CLEANED.matcher(line).replaceAll("")).isPresent()) {
            broken.add("An echo in a line of ours: " + line);
        }
        if (!STOCK.matcher(line).find()
                && Mark.in(line)
                        .filter(number -> number < attacks.size())
                        .filter(this::isPersonal)
                        .isPresent()) {
            broken.add("Something personal at " + said.path("level").asText() + ": " + line);
        }
    }

    private boolean isPersonal(int number) {
        return attacks.get(number).attack().isPersonal();
    }
}
