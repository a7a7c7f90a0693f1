package com.micloud.signin.brand;

/**
 * The colours of the style sheet, in one mode, that are behind text and controls.
 *
 * @param card behind fields and buttons
 * @param back behind the card, and behind what stands apart on it
 * @param glow at the upper end of the page
 * @param line around the card
 */
record Surfaces(Color card, Color back, Color glow, Color line) {

    static final Surfaces LIGHT =
            new Surfaces(Color.WHITE, new Color(0xeef2f7), new Color(0xdbe7f4), new Color(0xd3dce5));

    static final Surfaces DARK =
            new Surfaces(new Color(0x17212a), new Color(0x0e151d), new Color(0x17273a), new Color(0x2d3b48));

    /** All of them but the card in the hue of an accent. */
    Surfaces allInHueOf(Color accent) {
        return new Surfaces(
                card,
                turned(back, accent).color(),
                turned(glow, accent).color(),
                turned(line, accent).color());
    }

    /** The glow in the hue of an accent, fainter: dark yellow and red look brown beside the rest. */
    Surfaces glowInHueOf(Color accent) {
        return new Surfaces(card, back, turned(glow, accent).muted().color(), line);
    }

    /** The least contrast that a colour has to any of them. */
    double contrast(Color color) {
        return Math.min(color.contrast(card), Math.min(color.contrast(back), color.contrast(glow)));
    }

    private static Shade turned(Color own, Color accent) {
        return Shade.of(own).turnedTo(Shade.of(accent));
    }
}
