package com.micloud.signin.brand;

import com.micloud.signin.keycloak.CurrentRequest;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.PortalTheme;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/**
 * Gives the brand of the realm to the templates of our theme and of themes made from it. All pages and mails pass here,
 * also those that Keycloak draws when everything else has failed.
 */
final class BrandedTemplates implements FreeMarkerProvider {

    private static final String FACTS = "micloudBrand";

    /** Tells that a page without a sign-in follows its language menu too. */
    private static final String LANGUAGE_FOLLOWS = "micloudLanguageFollows";

    private final KeycloakSession session;
    private final FreeMarkerProvider keycloak;

    BrandedTemplates(KeycloakSession session, FreeMarkerProvider keycloak) {
        this.session = session;
        this.keycloak = keycloak;
    }

    @Override
    public String processTemplate(Object data, String templateName, Theme theme) throws FreeMarkerException {
        return keycloak.processTemplate(branded(data, theme), templateName, theme);
    }

    private Object branded(Object data, Theme theme) throws FreeMarkerException {
        RealmModel realm = session.getContext().getRealm();
        if (realm == null || !(data instanceof Map<?, ?> model)) {
            return data;
        }
        Properties properties = properties(theme);
        if (!PortalTheme.hasMark(properties)) {
            return data;
        }
        Map<Object, Object> all = new HashMap<>(model);
        if (GuardedRealm.is(realm)) {
            all.put(LANGUAGE_FOLLOWS, true);
        }
        RealmBrand brand = RealmBrand.of(realm, properties);
        if (!brand.isEmpty()) {
            all.put(FACTS, brand.facts(address(realm, brand.sheet())));
        }
        return all;
    }

    private Optional<String> address(RealmModel realm, BrandSheet sheet) {
        return CurrentRequest.server(session).map(server -> UriBuilder.fromUri(server)
                .path("realms/{realm}/" + BrandSheetResourceFactory.PATH + "/" + sheet.name())
                .build(realm.getName())
                .getRawPath());
    }

    private static Properties properties(Theme theme) throws FreeMarkerException {
        try {
            return theme.getProperties();
        } catch (IOException e) {
            throw new FreeMarkerException("The properties of the theme " + theme.getName() + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
