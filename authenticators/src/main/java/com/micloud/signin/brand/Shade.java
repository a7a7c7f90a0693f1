package com.micloud.signin.brand;

/**
 * A colour in OKLCH, which orders colours as people see them. It can become lighter or darker and keep its hue.
 *
 * @param lightness from 0, black, to 1, white
 * @param chroma from 0, grey, upwards
 * @param hue an angle
 */
record Shade(double lightness, double chroma, double hue) {

    /** Less of it is grey: the hue of what is left is an accident of rounding. */
    private static final double GREY = 0.004;

    private static final int HALVINGS = 20;
    private static final double TOLERANCE = 1e-4;

    static Shade of(Color color) {
        double red = color.linearRed();
        double green = color.linearGreen();
        double blue = color.linearBlue();
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        double chroma = Math.hypot(a, b);
        return new Shade(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, chroma < GREY ? 0 : chroma, Math.atan2(b, a));
    }

    Shade lighter(double by) {
        return new Shade(Math.min(1, Math.max(0, lightness + by)), chroma, hue);
    }

    /** This shade in the hue of another one, and no more colourful than that. */
    Shade turnedTo(Shade other) {
        return new Shade(lightness, Math.min(chroma, other.chroma), other.hue);
    }

    /** The same with half its chroma. */
    Shade muted() {
        return new Shade(lightness, chroma / 2, hue);
    }

    /** The colour, with as much of the chroma as screens can show in this hue and lightness. */
    Color color() {
        if (isShown(chroma)) {
            return color(chroma);
        }
        double shown = 0;
        double unshown = chroma;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (shown + unshown) / 2;
            if (isShown(middle)) {
                shown = middle;
            } else {
                unshown = middle;
            }
        }
        return color(shown);
    }

    private boolean isShown(double some) {
        for (double channel : channels(some)) {
            if (channel < -TOLERANCE || channel > 1 + TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private Color color(double some) {
        double[] channels = channels(some);
        return Color.of(channels[0], channels[1], channels[2]);
    }

    private double[] channels(double some) {
        double a = some * Math.cos(hue);
        double b = some * Math.sin(hue);
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }
}
