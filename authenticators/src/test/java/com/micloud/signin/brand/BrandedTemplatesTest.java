package com.micloud.signin.brand;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import jakarta.enterprise.context.ContextNotActiveException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

@DisplayName("The brand in a mail that no request waits for")
final class BrandedTemplatesTest {

    /** What Keycloak's context answers outside a request where hostname is not a whole address. */
    private static final KeycloakContext NO_REQUEST = context();

    private static KeycloakContext context() {
        RealmModel realm = (RealmModel) Proxy.newProxyInstance(
                BrandedTemplatesTest.class.getClassLoader(),
                new Class<?>[] {RealmModel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequiredActionProviderByAlias" -> new RequiredActionProviderModel();
                    case "getAttribute" -> "micloud.brandColor".equals(arguments[0]) ? "#0b4a8f" : null;
                    default -> null;
                });
        return (KeycloakContext) Proxy.newProxyInstance(
                BrandedTemplatesTest.class.getClassLoader(),
                new Class<?>[] {KeycloakContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getRealm")) {
                        return realm;
                    }
                    throw new ContextNotActiveException();
                });
    }

    @Test
    @DisplayName("has the colours, and no style sheet, whose address is not known")
    void withoutSheet() throws FreeMarkerException {
        Properties ofTheme = new Properties();
        ofTheme.setProperty("micloudBrandColor", "");
        Map<Object, Object> drawn = new HashMap<>();
        FreeMarkerProvider keycloak = new FreeMarkerProvider() {
            @Override
            public String processTemplate(Object data, String template, Theme theme) {
                drawn.putAll((Map<?, ?>) data);
                return "";
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
        new BrandedTemplates(Fake.of(KeycloakSession.class, Map.of("getContext", NO_REQUEST)), keycloak)
                .processTemplate(Map.of(), "text.ftl", Fake.of(Theme.class, Map.of("getProperties", ofTheme)));
        assertThat(drawn)
                .extractingByKey("micloudBrand", InstanceOfAssertFactories.MAP)
                .containsKeys("light", "dark")
                .doesNotContainKey("sheet");
    }
}
