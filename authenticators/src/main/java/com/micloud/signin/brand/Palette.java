package com.micloud.signin.brand;

import java.util.Map;
import java.util.function.Predicate;

/**
 * The colours that pages and mails derive from a realm's accent in one mode. Text has a contrast of at least 7:1 to its
 * background (WCAG 2, AAA), edges of controls 3:1. If the accent itself has less, it becomes darker or lighter.
 *
 * @param brand behind the words of a button
 * @param strong the same under the pointer
 * @param onBrand the words of a button
 * @param edge around a button, and in a ticked box
 * @param link words that lead elsewhere, and the ring of the focus
 * @param surfaces what all of them stand on
 */
record Palette(Color brand, Color strong, Color onBrand, Color edge, Color link, Surfaces surfaces) {

    private static final double TEXT = 7;
    private static final double CONTROL = 3;

    private static final Color DARK_WORDS = new Color(0x0a0f14);

    private static final double STEP = 0.004;
    private static final double UNDER_THE_POINTER = 0.07;
    private static final double NEARLY_WHITE = 0.9;
    private static final double NEARLY_BLACK = 0.25;

    /** On white, a colour too strong for dark words and too pale for white ones is darkened until white ones can be read. */
    static Palette light(Color accent) {
        Surfaces surfaces = Surfaces.LIGHT.allInHueOf(accent);
        Color brand = isReadable(accent) ? accent : moved(accent, -STEP, Palette::isReadable);
        double away = Shade.of(brand).lightness() < NEARLY_BLACK ? UNDER_THE_POINTER : -UNDER_THE_POINTER;
        return palette(
                brand,
                away,
                moved(brand, -STEP, color -> color.contrast(surfaces.card()) >= CONTROL),
                moved(accent, -STEP, color -> isText(color, surfaces, Surfaces.LIGHT)),
                surfaces);
    }

    /** On a dark ground buttons have the colour of links, which is lightened until it can be read. */
    static Palette dark(Color accent) {
        Surfaces surfaces = Surfaces.DARK.glowInHueOf(accent);
        Color brand = moved(accent, STEP, color -> isText(color, surfaces, Surfaces.DARK));
        double away = Shade.of(brand).lightness() > NEARLY_WHITE ? -UNDER_THE_POINTER : UNDER_THE_POINTER;
        return palette(brand, away, brand, brand, surfaces);
    }

    private static Palette palette(Color brand, double away, Color edge, Color link, Surfaces surfaces) {
        Color words = brand.contrast(Color.WHITE) >= TEXT ? Color.WHITE : DARK_WORDS;
        Color aside = Shade.of(brand).lighter(away).color();
        // Where the colour can go no further this way, it goes the other way, away from its words.
        Color strong = aside.contrast(words) >= TEXT
                ? aside
                : Shade.of(brand).lighter(-away).color();
        return new Palette(brand, strong, words, edge, link, surfaces);
    }

    /** The names that templates know them by. */
    Map<String, String> facts() {
        return Map.of(
                "brand", brand.toString(),
                "onBrand", onBrand.toString(),
                "edge", edge.toString(),
                "link", link.toString());
    }

    /** The custom properties of the style sheet, set again. */
    String properties() {
        return "--brand:" + brand
                + ";--brand-strong:" + strong
                + ";--on-brand:" + onBrand
                + ";--brand-edge:" + edge
                + ";--link:" + link
                + ";--back:" + surfaces.back()
                + ";--glow:" + surfaces.glow()
                + ";--line:" + surfaces.line();
    }

    private static boolean isReadable(Color color) {
        return color.contrast(Color.WHITE) >= TEXT || color.contrast(DARK_WORDS) >= TEXT;
    }

    /** On our own surfaces too: mails have those. */
    private static boolean isText(Color color, Surfaces some, Surfaces own) {
        return Math.min(some.contrast(color), own.contrast(color)) >= TEXT;
    }

    /** The colour that is nearest in this direction of those that will do; black or white at the end of it always do. */
    private static Color moved(Color from, double step, Predicate<Color> willDo) {
        Shade shade = Shade.of(from);
        double end = step > 0 ? 1 : 0;
        Color color = from;
        while (!willDo.test(color) && shade.lightness() != end) {
            shade = shade.lighter(step);
            color = shade.color();
        }
        return color;
    }
}
