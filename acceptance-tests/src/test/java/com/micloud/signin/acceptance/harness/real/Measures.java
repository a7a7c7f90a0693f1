package com.micloud.signin.acceptance.harness.real;

/** What is measured inside a page; each script answers with pairs of a kind and what was found. */
final class Measures {
    /** Shows what scripts of the server bring out, and looks where the focus is. */
    static final String ON_ARRIVAL =
            """
            async () => {
              // A browser moves the focus to where a page wants it when it first draws it.
              await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
              const found = [];
              const wrong = [...document.querySelectorAll("[aria-invalid=true]")];
              const active = document.activeElement;
              const summary = document.querySelector("[tabindex='-1']:has(#error)");
              const expected = summary || wrong[0];
              if (expected && active !== expected) found.push(["focus", "is on " + active.outerHTML.slice(0, 120)]);
              for (const field of wrong) {
                const texts = (field.getAttribute("aria-describedby") || "").split(" ");
                if (!texts.some((id) => id.startsWith("input-error-") && document.getElementById(id))) {
                  found.push(["focus", "no error is tied to " + field.id]);
                }
                if (field.matches(".input") && getComputedStyle(field).borderTopWidth !== "2px") {
                  found.push(["focus", "no red outline around " + field.id]);
                }
              }
              for (const later of document.querySelectorAll("main :is(button, form)[hidden]")) later.hidden = false;
              return found;
            }
            """;

    /** Every rule of axe, whatever its tags, AAA and experimental ones included. */
    static final String AXE =
            axe("Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]))");

    /** The rules that axe has switched on by itself. */
    static final String AXE_BY_DEFAULT = axe("{}");

    private static final String HELPERS =
            """
              const found = [];
              const root = document.documentElement;
              const seen = (element) => element.checkVisibility() && !element.closest(".sr") && !element.matches(".sr");
              const fits = () => {
                if (root.scrollWidth > root.clientWidth) {
                  found.push(["fit", "scrolls sideways: " + root.scrollWidth + " in " + root.clientWidth]);
                }
                for (const part of document.querySelectorAll("main :is(h1, h2, p, label, button, a, li, legend)")) {
                  if (seen(part) && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0) {
                    found.push(["fit", "is cut off: " + part.outerHTML.slice(0, 120)]);
                  }
                }
              };
            """;

    /** Nothing is cut off, and every control has the look of ours and room for a finger. */
    static final String FITS = "() => {" + HELPERS
            + """
              fits();
              const font = getComputedStyle(document.body).fontFamily;
              for (const control of document.querySelectorAll("main :is(button, input, select, textarea, a.btn)")) {
                if (control.type === "hidden" || !seen(control)) continue;
                const ticked = ["checkbox", "radio"].includes(control.type);
                const room = (ticked ? control.closest(".check") || control : control).getBoundingClientRect().height;
                if (room < 44) found.push(["style", room + " high: " + control.outerHTML.slice(0, 120)]);
                if (!ticked && !control.matches(".eye") && getComputedStyle(control).fontFamily !== font) {
                  found.push(["style", "another font: " + control.outerHTML.slice(0, 120)]);
                }
              }
              return found;
            }
            """;

    /** The spacing that readers may set (WCAG 1.4.12). */
    static final String WIDE_TEXT = "() => {" + HELPERS
            + """
              const style = document.createElement("style");
              style.textContent = "* { line-height: 1.5 !important; letter-spacing: .12em !important; " +
                "word-spacing: .16em !important } p { margin-bottom: 2em !important }";
              document.head.append(style);
              fits();
              style.remove();
              return found;
            }
            """;

    /** Text of twice the size in a window of half the width (WCAG 1.4.4). */
    static final String LARGE_TEXT = "() => {" + HELPERS
            + """
              root.style.fontSize = "200%";
              fits();
              root.style.fontSize = "";
              return found;
            }
            """;

    /** Where colours are the system's, only borders tell what can be used. */
    static final String FORCED_COLOURS = "() => {" + HELPERS
            + """
              for (const control of document.querySelectorAll("main :is(.btn, .input, .note, .option), .card")) {
                if (seen(control) && parseFloat(getComputedStyle(control).borderTopWidth) < 1) {
                  found.push(["forced colours", "no border around " + control.outerHTML.slice(0, 120)]);
                }
              }
              for (const field of document.querySelectorAll(".input[aria-invalid=true]")) {
                if (getComputedStyle(field).borderTopStyle !== "double") {
                  found.push(["forced colours", "the mistake is not marked in " + field.id]);
                }
              }
              return found;
            }
            """;

    /** Begins at the top of the page. */
    static final String FOCUS_FIRST =
            """
            () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
              .find((element) => element.checkVisibility() && element.tabIndex >= 0 && element.type !== "hidden")
              .focus()
            """;

    /** Where the focus is: its place among all that can have it, and whether it can be seen. */
    static final String FOCUSED =
            """
            () => {
              const active = document.activeElement;
              const reachable = (element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0 &&
                element.type !== "hidden" && (element.type !== "radio" || element.checked);
              const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(reachable);
              return {
                place: all.indexOf(active),
                all: all.length,
                outline: getComputedStyle(active).outlineStyle,
                html: active.outerHTML.slice(0, 120),
              };
            }
            """;

    private Measures() {}

    private static String axe(String rules) {
        return """
            async () => {
              const rules = %s;
              const result = await axe.run(document, { rules, resultTypes: ["violations"], iframes: false, preload: false });
              return result.violations.flatMap((rule) =>
                rule.nodes.map((node) => ["axe", rule.id + ": " + node.html.slice(0, 200)]));
            }
            """
                .formatted(rules);
    }
}
