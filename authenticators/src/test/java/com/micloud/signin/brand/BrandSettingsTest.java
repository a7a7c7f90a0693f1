package com.micloud.signin.brand;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.brand.BrandSettings.Setting;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;

@DisplayName("A setting of a brand")
final class BrandSettingsTest {

    private final Properties theme = new Properties();

    @ParameterizedTest(name = "realm [{0}], environment [{1}], theme [{2}]: [{3}] of {4}")
    @CsvSource({
        "a, b, c, a, Realm attribute micloud.brandColorDark",
        ", b, c, b, Environment variable MICLOUD_BRAND_COLOR_DARK",
        "' ', b, c, b, Environment variable MICLOUD_BRAND_COLOR_DARK",
        ", , c, c, Theme property micloudBrandColorDark",
        "'', ' ', c, c, Theme property micloudBrandColorDark",
        "' a ', , , a, Realm attribute micloud.brandColorDark",
        ", ' b ', , b, Environment variable MICLOUD_BRAND_COLOR_DARK"
    })
    @DisplayName("comes from the realm, else from the environment, else from the theme")
    void first(String realm, String environment, String property, String value, String place) {
        put("env.micloudBrandColorDark", environment);
        put("micloudBrandColorDark", property);
        assertThat(new BrandSettings(realm(realm), theme).find("brandColorDark"))
                .contains(new Setting(value, place));
    }

    @Test
    @DisplayName("is none where nobody says anything")
    void none() {
        assertThat(new BrandSettings(realm(null), theme).find("brandColorDark")).isEmpty();
    }

    private void put(String name, String value) {
        if (value != null) {
            theme.setProperty(name, value);
        }
    }

    private static RealmModel realm(String value) {
        return Answers.by(RealmModel.class, (method, arguments) -> {
            if (method.equals("getAttribute") && arguments[0].equals("micloud.brandColorDark")) {
                return value;
            }
            throw Answers.unexpected(method);
        });
    }
}
