package com.micloud.signin.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.flow.UsernameStepFactory;
import com.micloud.signin.setup.UsedParts.Part;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.broker.IdpAutoLinkAuthenticatorFactory;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

@DisplayName("A part of the jar")
final class UsedPartsTest {

    private static final ProviderFactory<?> OWN = new UsernameStepFactory();
    private static final ProviderFactory<?> OTHER = new IdpAutoLinkAuthenticatorFactory();
    private static final String ID = UsernameStepFactory.ID;

    private final Map<String, ProviderFactory<?>> byId = new HashMap<>();
    private ProviderFactory<?> first = OWN;

    @Test
    @DisplayName("is in use where the server has it under its id")
    void inUse() {
        byId.put(ID, OWN);
        assertThat(idle(part(false, ""))).isFalse();
        assertThat(idle(part(true, ""))).isFalse();
    }

    @Test
    @DisplayName("is idle where another has its id, where it is gone, and where another is used first")
    void idle() {
        byId.put(ID, OTHER);
        assertThat(idle(part(false, ""))).isTrue();
        byId.clear();
        assertThat(idle(part(false, ""))).isTrue();
        byId.put(ID, OWN);
        first = OTHER;
        assertThat(idle(part(true, ""))).isTrue();
        assertThat(idle(part(false, ""))).isFalse();
    }

    @Test
    @DisplayName("is idle where Keycloak's own has another id now, or is no longer there")
    void replacesNothing() {
        byId.put(ID, OWN);
        assertThat(idle(part(false, IdpAutoLinkAuthenticatorFactory.class.getName())))
                .isTrue();
        assertThat(idle(part(false, "org.keycloak.Gone"))).isTrue();
        assertThat(idle(part(false, UsernameStepFactory.class.getName()))).isFalse();
    }

    @Test
    @DisplayName("is idle where the server has no providers of its kind any more")
    void kindGone() {
        assertThat(idle(new Part("org.keycloak.Gone", ID, OWN.getClass().getName(), false, "")))
                .isTrue();
    }

    @Test
    @DisplayName("need not be there where a feature that is off takes it away")
    void featureOff() {
        assertThat(idle(new Part(Authenticator.class.getName(), ID, Depending.class.getName(), false, "")))
                .isFalse();
    }

    @Test
    @DisplayName("stands in the list with the provider of Keycloak that it replaces")
    void listed() {
        assertThat(UsedList.read().parts())
                .anySatisfy(part -> {
                    assertThat(part.id()).isEqualTo("UPDATE_PASSWORD");
                    assertThat(part.replaced()).isEqualTo(UpdatePassword.class.getName());
                    assertThat(part.first()).isFalse();
                })
                .anySatisfy(part -> {
                    assertThat(part.id()).isEqualTo("micloud-identity-providers");
                    assertThat(part.first()).isTrue();
                    assertThat(part.toString())
                            .isEqualTo("micloud-identity-providers (IdentityProviderStorageProvider)");
                });
    }

    /** As a part of a feature. */
    abstract static class Depending implements org.keycloak.provider.EnvironmentDependentProviderFactory {}

    private static Part part(boolean first, String replaced) {
        return new Part(Authenticator.class.getName(), ID, OWN.getClass().getName(), first, replaced);
    }

    private boolean idle(Part part) {
        var server = (KeycloakSessionFactory) Proxy.newProxyInstance(
                UsedPartsTest.class.getClassLoader(),
                new Class<?>[] {KeycloakSessionFactory.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("getProviderFactory")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return arguments.length == 1 ? first : byId.get((String) arguments[1]);
                });
        return !new UsedParts(server, List.of(part)).idle().isEmpty();
    }
}
