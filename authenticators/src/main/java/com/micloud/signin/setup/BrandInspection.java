package com.micloud.signin.setup;

import com.micloud.signin.brand.RealmBrand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** Looks over what a realm adds to its pages and mails. */
final class BrandInspection {

    private final KeycloakSession session;

    BrandInspection(KeycloakSession session) {
        this.session = session;
    }

    /** What of it is not followed, said once where pages and mails share it. */
    List<Finding> inspect(RealmModel realm) {
        return Stream.of(Theme.Type.LOGIN, Theme.Type.EMAIL)
                .flatMap(type -> RealmBrand.of(realm, properties(type)).mistakes().stream())
                .distinct()
                .map(mistake -> new Finding(mistake.place(), mistake.fault(), mistake.remedy()))
                .toList();
    }

    private Properties properties(Theme.Type type) {
        try {
            return session.theme().getTheme(type).getProperties();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
