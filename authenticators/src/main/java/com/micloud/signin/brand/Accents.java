package com.micloud.signin.brand;

import java.util.Optional;

/**
 * The colours that a realm names for its pages, from which all others come.
 *
 * @param light on light pages
 * @param dark on dark ones
 */
record Accents(Color light, Color dark) {

    private static final int DIGITS = 6;

    Palette onLight() {
        return Palette.light(light);
    }

    Palette onDark() {
        return Palette.dark(dark);
    }

    /** Both in a form that fits into an address. */
    String digits() {
        return light.digits() + "-" + dark.digits();
    }

    /** Those that are written in an address. */
    static Optional<Accents> fromDigits(String digits) {
        if (digits.length() != 2 * DIGITS + 1 || digits.charAt(DIGITS) != '-') {
            return Optional.empty();
        }
        return Color.parse("#" + digits.substring(0, DIGITS))
                .flatMap(
                        light -> Color.parse("#" + digits.substring(DIGITS + 1)).map(dark -> new Accents(light, dark)));
    }
}
