package com.micloud.signin.acceptance.harness.real;

import com.micloud.signin.acceptance.harness.Settings;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a page looks like, narrow and wide, light and dark, and whether everybody can use it. */
public final class Screens {
    private static final int NARROW = 390;
    private static final List<Integer> WIDTHS = List.of(NARROW, 1280);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    private Screens() {}

    /** Returns the accessibility rules that a page breaks in any of its looks; a whole run leaves pictures of them. */
    public static List<String> look(RealTab shown, String name) {
        return look(shown, name, false);
    }

    /** The same, by every rule of axe, AAA contrast included, in each of the looks. */
    public static List<String> lookByEveryRule(RealTab shown, String name) {
        return look(shown, name, true);
    }

    private static List<String> look(RealTab shown, String name, boolean everyRule) {
        var tab = shown.page();
        var broken = new ArrayList<String>();
        for (var width : WIDTHS) {
            for (var scheme : SCHEMES) {
                tab.setViewportSize(width, 800);
                tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var look = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                if (Settings.whole()) {
                    tab.screenshot(new Page.ScreenshotOptions()
                            .setPath(Settings.build().resolve("screenshots").resolve(look + ".png"))
                            .setFullPage(true));
                }
                if (scrollsSideways(tab)) {
                    broken.add(look + ": scrolls sideways");
                }
                if (everyRule) {
                    broken.addAll(byEveryRule(tab, look));
                    continue;
                }
                // Contrast depends on the scheme and reflow on the width: two of the four looks show both.
                if ((width == NARROW) != (scheme == ColorScheme.DARK)) {
                    continue;
                }
                broken.addAll(rulesBroken(tab, look));
            }
        }
        tab.setViewportSize(1280, 800);
        tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return broken;
    }

    /** The accessibility rules that a page breaks in the look that it has, without pictures. */
    public static List<String> rulesBroken(RealTab shown) {
        return rulesBroken(shown.page(), shown.address().getPath());
    }

    private static List<String> rulesBroken(Page tab, String look) {
        return judged(tab, look, Measures.AXE_BY_DEFAULT);
    }

    private static List<String> byEveryRule(Page tab, String look) {
        return judged(tab, look, Measures.AXE);
    }

    @SuppressWarnings("unchecked")
    private static List<String> judged(Page tab, String look, String rules) {
        tab.evaluate(Axe.SOURCE);
        return ((Collection<List<String>>) tab.evaluate(rules))
                .stream().map(found -> look + ": " + found.get(1)).toList();
    }

    private static boolean scrollsSideways(Page tab) {
        return (Boolean)
                tab.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }
}
