package com.micloud.signin.brand;

import java.util.Optional;

/**
 * The accent colours of a realm for light and for dark pages, with all colours that follow from them, computed once.
 */
final class Accents {

    private static final int DIGITS = 6;

    private final String digits;
    private final Palette onLight;
    private final Palette onDark;

    Accents(Color light, Color dark) {
        digits = light.digits() + "-" + dark.digits();
        onLight = Palette.light(light);
        onDark = Palette.dark(dark);
    }

    Palette onLight() {
        return onLight;
    }

    Palette onDark() {
        return onDark;
    }

    /** Both in a form that fits into an address. */
    String digits() {
        return digits;
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
