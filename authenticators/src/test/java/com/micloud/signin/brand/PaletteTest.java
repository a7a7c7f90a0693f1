package com.micloud.signin.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The colours that follow from an accent")
final class PaletteTest {

    private static final double TEXT = 7;
    private static final double CONTROL = 3;

    /** Words of ours that stand on the card and on what is behind it. */
    private static final Map<Boolean, Color> SOFT = Map.of(true, new Color(0x3f4f5d), false, new Color(0xbccad5));

    private static final Map<Boolean, Color> INK = Map.of(true, new Color(0x14202b), false, new Color(0xeef3f7));

    /** A grid over all of sRGB, its corners and its greys included. */
    private static Stream<Color> accents() {
        int[] steps = IntStream.concat(IntStream.iterate(0, step -> step < 255, step -> step + 15), IntStream.of(255))
                .toArray();
        return IntStream.of(steps).boxed().flatMap(red -> IntStream.of(steps)
                .boxed()
                .flatMap(green -> IntStream.of(steps).mapToObj(blue -> new Color(red << 16 | green << 8 | blue))));
    }

    @Test
    @DisplayName("keep text at 7:1 and controls at 3:1 on light pages, whatever the accent")
    void light() {
        accents().forEach(accent -> hold(accent, Palette.light(accent), Surfaces.LIGHT, true));
    }

    @Test
    @DisplayName("keep text at 7:1 and controls at 3:1 on dark pages, whatever the accent")
    void dark() {
        accents().forEach(accent -> hold(accent, Palette.dark(accent), Surfaces.DARK, false));
    }

    private static void hold(Color accent, Palette palette, Surfaces own, boolean light) {
        Surfaces surfaces = palette.surfaces();
        for (Surfaces some : new Surfaces[] {surfaces, own}) {
            assertThat(some.contrast(palette.link())).as("link of %s", accent).isGreaterThanOrEqualTo(TEXT);
        }
        assertThat(palette.onBrand().contrast(palette.brand()))
                .as("words on a button of %s", accent)
                .isGreaterThanOrEqualTo(TEXT);
        assertThat(palette.onBrand().contrast(palette.strong()))
                .as("words on a button of %s under the pointer", accent)
                .isGreaterThanOrEqualTo(TEXT);
        assertThat(palette.edge().contrast(surfaces.card()))
                .as("edge of a button of %s", accent)
                .isGreaterThanOrEqualTo(CONTROL);
        assertThat(palette.strong()).as("%s under the pointer", accent).isNotEqualTo(palette.brand());
        assertThat(surfaces.back().contrast(SOFT.get(light)))
                .as("soft words behind the card of %s", accent)
                .isGreaterThanOrEqualTo(TEXT);
        assertThat(surfaces.contrast(INK.get(light)))
                .as("words behind the card of %s", accent)
                .isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // One that holds is used as it is.
        "#0b4a8f, #0b4a8f, #ffffff, #0b4a8f",
        "#000000, #000000, #ffffff, #000000",
        // A bright one stays, with dark words, a darker edge and darker links.
        "#ffd400, #ffd400, #0a0f14, darker",
        "#cccccc, #cccccc, #0a0f14, darker",
        // One in between is darkened.
        "#ff0000, darker, #ffffff, darker",
        "#808080, darker, #ffffff, darker"
    })
    @DisplayName("are the accent itself where it can be")
    void nearest(String accent, String brand, String words, String link) {
        Color color = Color.parse(accent).orElseThrow();
        Palette palette = Palette.light(color);
        assertThat(word(palette.brand(), color)).isEqualTo(brand.equals(accent) ? "itself" : brand);
        assertThat(palette.onBrand()).hasToString(words);
        assertThat(word(palette.link(), color)).isEqualTo(link.equals(accent) ? "itself" : link);
    }

    private static String word(Color color, Color accent) {
        double by = Shade.of(color).lightness() - Shade.of(accent).lightness();
        return color.equals(accent) ? "itself" : by < 0 ? "darker" : "lighter";
    }

    @Test
    @DisplayName("keep the hue of the accent")
    void hue() {
        accents().filter(accent -> Shade.of(accent).chroma() > 0.08).forEach(accent -> Stream.of(
                        Palette.light(accent).link(), Palette.dark(accent).link())
                .map(Shade::of)
                // Near black and white eight bits are too few to tell hues apart.
                .filter(shade -> shade.chroma() > 0.04)
                .forEach(shade -> assertThat(
                                Math.cos(shade.hue() - Shade.of(accent).hue()))
                        .as("%s", accent)
                        .isGreaterThan(0.985)));
    }

    @Test
    @DisplayName("stand on the surfaces of the style sheet")
    void surfaces() throws IOException {
        Map<String, String> light = new TreeMap<>();
        Map<String, String> dark = new TreeMap<>();
        String sheet = sheet();
        int border = sheet.indexOf("prefers-color-scheme");
        Matcher matcher = Pattern.compile("--([a-z-]+): (#[0-9a-f]+);").matcher(sheet);
        while (matcher.find()) {
            String color = matcher.group(2).replaceFirst("^#(.)(.)(.)$", "#$1$1$2$2$3$3");
            (matcher.start() < border ? light : dark).putIfAbsent(matcher.group(1), color);
        }
        agree(light, Surfaces.LIGHT, true);
        agree(dark, Surfaces.DARK, false);
    }

    private static void agree(Map<String, String> sheet, Surfaces surfaces, boolean light) {
        assertThat(sheet)
                .containsEntry("card", surfaces.card().toString())
                .containsEntry("back", surfaces.back().toString())
                .containsEntry("glow", surfaces.glow().toString())
                .containsEntry("line", surfaces.line().toString())
                .containsEntry("soft", SOFT.get(light).toString())
                .containsEntry("ink", INK.get(light).toString());
    }

    private static String sheet() throws IOException {
        Path folder =
                Path.of("..", "theme", "src", "main", "resources", "theme", "micloud", "login", "resources", "css");
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }
}
