package com.micloud.signin.acceptance.harness.real;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A rule of axe that a page breaks.
 *
 * @param rule its name
 * @param level what it belongs to
 * @param elements how many elements break it
 */
public record Axe(String rule, Level level, int elements) {
    /** How rules are grouped. */
    public enum Level {
        /** WCAG 2.2, A and AA: what laws ask for. */
        AA,
        /** WCAG 2.2, AAA. */
        AAA,
        /** What nobody asks for and everybody notices. */
        BEST_PRACTICE
    }

    /** The program, for a page to run. */
    static final String SOURCE = read();

    private static final String RUN =
            """
            async () => {
              const rules = {};
              for (const { ruleId } of axe.getRules()) rules[ruleId] = { enabled: true };
              const result = await axe.run(document, { rules, resultTypes: ["violations"], iframes: false, preload: false });
              return result.violations.map((broken) => ({
                rule: broken.id,
                level: broken.tags.some((tag) => /^wcag\\d+a{1,2}$/.test(tag)) ? "AA"
                  : broken.tags.some((tag) => /^wcag\\d+aaa$/.test(tag)) ? "AAA" : "BEST_PRACTICE",
                elements: broken.nodes.length,
              }));
            }
            """;

    /** Judges what a tab shows by every rule, whatever its tags. */
    @SuppressWarnings("unchecked")
    public static List<Axe> judge(Page tab) {
        tab.evaluate(SOURCE);
        return ((List<Map<String, Object>>) tab.evaluate(RUN))
                .stream()
                        .map(broken -> new Axe(
                                (String) broken.get("rule"),
                                Level.valueOf((String) broken.get("level")),
                                ((Number) broken.get("elements")).intValue()))
                        .toList();
    }

    private static String read() {
        try (InputStream source = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
