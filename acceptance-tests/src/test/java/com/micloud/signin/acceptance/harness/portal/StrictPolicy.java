package com.micloud.signin.acceptance.harness.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;

/** The Content-Security-Policy that the docs recommend, word for word. */
public final class StrictPolicy {
    private static final String BEGINNING = "default-src 'none';";
    private static final String HEADERS = "/browserSecurityHeaders";
    private static final String POLICY = "contentSecurityPolicy";

    private StrictPolicy() {}

    /** The policy, as it stands in docs/security.md. */
    public static String text() {
        try {
            return Files.readString(Settings.root().resolve("docs/security.md"))
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(BEGINNING))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets it on a realm, as an operator does, and has browsers quote what they refuse; returns what was set before. */
    public static String set(Admin admin) {
        var before = admin.get("").at(HEADERS).path(POLICY).asText();
        set(
                admin,
                text().replace("script-src ", "script-src 'report-sample' ")
                        .replace("style-src ", "style-src 'report-sample' "));
        return before;
    }

    /** Sets a policy on a realm. */
    public static void set(Admin admin, String policy) {
        admin.changeRealm((ObjectNode realm) -> realm.withObject(HEADERS).put(POLICY, policy));
    }

    /** Leaves out the line that Keycloak itself puts into answers to forms, which the docs name. */
    public static List<String> ours(List<String> violations) {
        Predicate<String> keycloaks =
                violation -> violation.contains("inline") && violation.contains("history.replaceState");
        return violations.stream().filter(keycloaks.negate()).toList();
    }
}
