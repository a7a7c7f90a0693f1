package com.micloud.signin.brand;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of sRGB.
 *
 * @param rgb eight bits each of red, green and blue
 */
record Color(int rgb) {

    static final Color WHITE = new Color(0xffffff);

    private static final Pattern WRITTEN = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int HEX = 16;
    private static final int BYTE = 0xff;

    /** The colour that is written so: {@code #rrggbb}, and nothing else. */
    static Optional<Color> parse(String text) {
        return WRITTEN.matcher(text).matches()
                ? Optional.of(new Color(Integer.parseInt(text.substring(1), HEX)))
                : Optional.empty();
    }

    static Color of(double linearRed, double linearGreen, double linearBlue) {
        return new Color(encoded(linearRed) << HEX | encoded(linearGreen) << Byte.SIZE | encoded(linearBlue));
    }

    double linearRed() {
        return linear(rgb >> HEX);
    }

    double linearGreen() {
        return linear(rgb >> Byte.SIZE);
    }

    double linearBlue() {
        return linear(rgb);
    }

    /** The contrast ratio of WCAG 2, from 1 to 21. */
    double contrast(Color other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linearRed() + 0.7152 * linearGreen() + 0.0722 * linearBlue();
    }

    /** The six hex digits. */
    String digits() {
        return String.format(Locale.ROOT, "%06x", rgb);
    }

    @Override
    public String toString() {
        return "#" + digits();
    }

    private static double linear(int channel) {
        double share = (channel & BYTE) / (double) BYTE;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double linear) {
        double within = Math.min(1, Math.max(0, linear));
        double share = within <= 0.0031308 ? within * 12.92 : 1.055 * Math.pow(within, 1 / 2.4) - 0.055;
        return (int) Math.round(share * BYTE);
    }
}
