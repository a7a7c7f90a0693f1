package com.micloud.signin.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;

@DisplayName("The brand of a realm")
final class RealmBrandTest {

    private static RealmModel realm(Map<String, String> attributes) {
        return (RealmModel) Proxy.newProxyInstance(
                RealmBrandTest.class.getClassLoader(),
                new Class<?>[] {RealmModel.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getAttribute") && arguments.length == 1) {
                        return attributes.get(arguments[0]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static RealmBrand brand(Map<String, String> attributes) {
        return RealmBrand.of(realm(attributes), new Properties());
    }

    private static List<String> places(RealmBrand brand) {
        return brand.mistakes().stream().map(Mistake::place).toList();
    }

    @Test
    @DisplayName("is none where nothing is set")
    void none() {
        assertThat(brand(Map.of()).isEmpty()).isTrue();
        assertThat(brand(Map.of("micloud.brandColor", " ", "micloud.links", "")).isEmpty())
                .isTrue();
        assertThat(brand(Map.of()).mistakes()).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource({
        "#111111, #222222, #333333, 111111, ''",
        "'', #222222, #333333, 222222, ''",
        "'', ' ', #333333, 333333, ''",
        // A mistake is no reason to look further: an operator meant something else.
        "red, #222222, #333333, '', Realm attribute micloud.brandColor",
        "'', red, #333333, '', Environment variable MICLOUD_BRAND_COLOR",
        "'', '', red, '', Theme property micloudBrandColor"
    })
    @DisplayName("comes from the realm, then the environment, then the theme")
    void precedence(String attribute, String environment, String property, String color, String mistake) {
        Properties theme = new Properties();
        theme.setProperty("env.micloudBrandColor", environment);
        theme.setProperty("micloudBrandColor", property);
        RealmBrand brand = RealmBrand.of(realm(Map.of("micloud.brandColor", attribute)), theme);
        if (color.isEmpty()) {
            assertThat(brand.isEmpty()).isTrue();
            assertThat(places(brand)).containsExactly(mistake);
        } else {
            assertThat(brand.sheet().name()).startsWith(color + "-" + color);
            assertThat(brand.mistakes()).isEmpty();
        }
    }

    @Test
    @DisplayName("has a colour for dark pages only beside one for light pages")
    void dark() {
        assertThat(brand(Map.of("micloud.brandColor", "#ffd400", "micloud.brandColorDark", "#ffe680"))
                        .sheet()
                        .name())
                .startsWith("ffd400-ffe680.");
        RealmBrand alone = brand(Map.of("micloud.brandColorDark", "#ffe680"));
        assertThat(alone.isEmpty()).isTrue();
        assertThat(places(alone)).containsExactly("Realm attribute micloud.brandColorDark");
        RealmBrand misspelt = brand(Map.of("micloud.brandColor", "#ffd400", "micloud.brandColorDark", "pale"));
        assertThat(misspelt.sheet().name()).startsWith("ffd400-ffd400.");
        assertThat(places(misspelt)).containsExactly("Realm attribute micloud.brandColorDark");
    }

    @Test
    @DisplayName("has pictures from allowed hosts only, in a room of known size")
    void pictures() {
        assertThat(brand(Map.of(
                                "micloud.logoHosts", "logos.example",
                                "micloud.logo", "https://logos.example/a.png",
                                "micloud.logoDark", "https://elsewhere.example/a.png",
                                "micloud.logoWidth", "1e2",
                                "micloud.icon", "https://elsewhere.example/icon.png"))
                        .mistakes())
                .extracting(Mistake::place)
                .containsExactlyInAnyOrder(
                        "Realm attribute micloud.logoDark",
                        "Realm attribute micloud.logoWidth",
                        "Realm attribute micloud.icon");
        assertThat(brand(Map.of(
                                "micloud.logoHosts", "logos.example",
                                "micloud.logo", "https://logos.example/a.png",
                                "micloud.logoWidth", "120"))
                        .facts(Optional.of("sheet")))
                .containsEntry(
                        "logo",
                        Map.of(
                                "light",
                                "https://logos.example/a.png",
                                "dark",
                                "https://logos.example/a.png",
                                "width",
                                120,
                                "height",
                                40))
                .doesNotContainKeys("light", "dark", "links", "icon");
    }

    @Test
    @DisplayName("quotes what is wrong in one short line")
    void quoted() {
        assertThat(brand(Map.of("micloud.brandColor", "red\r\nWARN forged\u202e" + "x".repeat(500)))
                        .mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.fault())
                        .startsWith("'red WARN forged x")
                        .hasSizeLessThan(200)
                        .doesNotContain("\n", "\r", "\u202e"));
    }
}
