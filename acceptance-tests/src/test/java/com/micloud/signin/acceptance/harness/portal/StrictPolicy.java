package com.micloud.signin.acceptance.harness.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The Content-Security-Policy that the docs recommend, word for word. */
public final class StrictPolicy {
    private static final String BEGINNING = "default-src 'none';";
    private static final Pattern FOR_FORMS = Pattern.compile("'unsafe-hashes' 'sha256-[^']+'");
    private static final String HEADERS = "/browserSecurityHeaders";
    private static final String POLICY = "contentSecurityPolicy";

    private StrictPolicy() {}

    /** The policy, as it stands in docs/security.md. */
    public static String text() {
        return docs().lines()
                .map(String::strip)
                .filter(line -> line.startsWith(BEGINNING))
                .findFirst()
                .orElseThrow();
    }

    /** The policy with the words that the docs add for applications which get their answer in a form. */
    public static String forAnswersInForms() {
        var words = FOR_FORMS.matcher(docs());
        if (!words.find()) {
            throw new AssertionError("docs/security.md has no words for answers in forms");
        }
        return text().replace("script-src ", "script-src " + words.group() + " ");
    }

    private static String docs() {
        try {
            return Files.readString(Settings.root().resolve("docs/security.md"));
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
