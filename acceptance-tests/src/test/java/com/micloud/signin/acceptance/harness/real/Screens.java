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
    private Screens() {}

    /**
     * Returns the accessibility rules that a page breaks in its looks. A whole run leaves pictures of them. A sample looks
     * twice at each page, and axe judges once.
     */
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
        for (var look : Settings.whole() ? Look.ALL : Look.APART) {
            look.show(tab);
            var described = name + "-" + look.words();
            if (Settings.whole()) {
                tab.screenshot(new Page.ScreenshotOptions()
                        .setPath(Settings.build().resolve("screenshots").resolve(described + ".png"))
                        .setFullPage(true));
            }
            if (scrollsSideways(tab)) {
                broken.add(described + ": scrolls sideways");
            }
            if (everyRule) {
                broken.addAll(byEveryRule(tab, described));
            } else if (Settings.whole() ? Look.APART.contains(look) : look.equals(Look.sample(name))) {
                broken.addAll(rulesBroken(tab, described));
            }
        }
        Look.USUAL.show(tab);
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

    /** One way in which people meet a page. */
    private record Look(int width, ColorScheme scheme) {
        static final Look USUAL = new Look(1280, ColorScheme.LIGHT);
        private static final Look NARROW_AND_DARK = new Look(390, ColorScheme.DARK);

        /** Contrast depends on the scheme and reflow on the width: these two show both. */
        static final List<Look> APART = List.of(NARROW_AND_DARK, USUAL);

        static final List<Look> ALL =
                List.of(new Look(390, ColorScheme.LIGHT), NARROW_AND_DARK, USUAL, new Look(1280, ColorScheme.DARK));

        /** The same for a page in every run, and another one for the next page. */
        static Look sample(String name) {
            return APART.get(Math.floorMod(name.hashCode(), APART.size()));
        }

        void show(Page page) {
            page.setViewportSize(width, 800);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        }

        String words() {
            return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        }
    }
}
