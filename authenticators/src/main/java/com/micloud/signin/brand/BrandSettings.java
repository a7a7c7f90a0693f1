package com.micloud.signin.brand;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/**
 * Finds the settings of a brand: first in the realm's attributes, then in the environment of the server, then in the
 * theme.
 */
final class BrandSettings {

    /** Properties with these names hold what the environment says; a theme made from ours inherits them. */
    private static final String OF_ENVIRONMENT = "env.";

    private final RealmModel realm;
    private final Properties theme;

    BrandSettings(RealmModel realm, Properties theme) {
        this.realm = realm;
        this.theme = theme;
    }

    /**
     * A setting that was made, and where.
     *
     * @param value never blank
     * @param place what an operator calls it
     */
    record Setting(String value, String place) {}

    /** The setting of this name, {@code brandColor} for instance, from the first place that says anything. */
    Optional<Setting> find(String name) {
        String attribute = "micloud." + name;
        String property = "micloud" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        String variable = "MICLOUD_" + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return Stream.of(
                        setting(realm.getAttribute(attribute), "Realm attribute " + attribute),
                        setting(theme.getProperty(OF_ENVIRONMENT + property), "Environment variable " + variable),
                        setting(theme.getProperty(property), "Theme property " + property))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Setting> setting(String value, String place) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(new Setting(value.strip(), place));
    }
}
