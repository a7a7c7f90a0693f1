package com.micloud.signin.acceptance.harness.real;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * What a page is made of, as far as it holds browsers up or policies off.
 *
 * @param blocking files without which nothing is drawn
 * @param blockingScripts the scripts among them
 * @param inlineScripts scripts that stand in the page; import maps and the line that Keycloak puts into answers to forms are none
 * @param handlers attributes and links that are scripts
 * @param styles attributes and elements that are styles
 */
public record Makeup(
        List<String> blocking,
        List<String> blockingScripts,
        List<String> inlineScripts,
        List<String> handlers,
        List<String> styles) {
    private static final String READ =
            """
            () => {
              const short = (element) => element.outerHTML.slice(0, 160);
              const all = [...document.querySelectorAll("*")];
              const blocking = performance.getEntriesByType("resource").filter((file) => file.renderBlockingStatus === "blocking");
              const waiting = all.filter((element) => element.matches("script[blocking~=render]"));
              return {
                blocking: [...blocking.map((file) => file.name), ...waiting.map(short)],
                blockingScripts: [
                  ...blocking.filter((file) => file.initiatorType === "script").map((file) => file.name),
                  ...waiting.map(short),
                ],
                inlineScripts: all.filter((element) => element.matches("script:not([src], [type=importmap])") &&
                  !/^\\s*if \\(typeof history\\.replaceState/.test(element.textContent)).map(short),
                handlers: all.filter((element) => /^javascript:/i.test(element.getAttribute("href") || "") ||
                  element.getAttributeNames().some((name) => name.startsWith("on"))).map(short),
                styles: all.filter((element) => element.matches("body style, head style") ||
                  element.hasAttribute("style")).map(short),
              };
            }
            """;

    /** Reads it from the page that a tab shows. */
    @SuppressWarnings("unchecked")
    public static Makeup of(Page tab) {
        var read = (Map<String, List<String>>) tab.evaluate(READ);
        return new Makeup(
                read.get("blocking"),
                read.get("blockingScripts"),
                read.get("inlineScripts"),
                read.get("handlers"),
                read.get("styles"));
    }
}
