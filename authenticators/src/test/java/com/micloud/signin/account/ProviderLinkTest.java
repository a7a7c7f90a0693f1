package com.micloud.signin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.IdentityProviderModel;

@DisplayName("The link of a provider to an account")
final class ProviderLinkTest {

    @Test
    @DisplayName("is another one after it was taken away and made again")
    void linkedAnew() {
        var provider = provider("p1", "account");
        ProviderLink.keep(provider, Optional.empty());
        var first = ProviderLink.of(provider, "account");
        provider.setOrganizationId(null);
        ProviderLink.keep(provider, Optional.empty());
        assertThat(provider.getConfig()).doesNotContainKey(ProviderLink.MARKS);
        provider.setOrganizationId("account");
        ProviderLink.keep(provider, Optional.empty());
        assertThat(ProviderLink.of(provider, "account")).isNotEqualTo(first);
    }

    @Test
    @DisplayName("is another one after the provider went to another account and came back")
    void movedAndBack() {
        var provider = provider("p1", "account");
        ProviderLink.keep(provider, Optional.empty());
        var first = ProviderLink.of(provider, "account");
        provider.setOrganizationId("other");
        ProviderLink.keep(provider, Optional.of(copy(provider)));
        provider.setOrganizationId("account");
        ProviderLink.keep(provider, Optional.of(copy(provider)));
        assertThat(ProviderLink.of(provider, "account")).isNotEqualTo(first);
    }

    @Test
    @DisplayName("stays the same when the provider is changed otherwise, also by who does not know the mark")
    void stays() {
        var stored = provider("p1", "account");
        ProviderLink.keep(stored, Optional.empty());
        var changed = copy(stored);
        changed.setDisplayName("Another name");
        ProviderLink.keep(changed, Optional.of(stored));
        assertThat(ProviderLink.of(changed, "account")).isEqualTo(ProviderLink.of(stored, "account"));
        var sentWithoutMark = provider("p1", "account");
        ProviderLink.keep(sentWithoutMark, Optional.of(stored));
        assertThat(ProviderLink.of(sentWithoutMark, "account")).isEqualTo(ProviderLink.of(stored, "account"));
    }

    @Test
    @DisplayName("of a provider that took over the alias of another is its own, also where neither has a mark")
    void sameAlias() {
        assertThat(ProviderLink.of(provider("p1", "account"), "account"))
                .isNotEqualTo(ProviderLink.of(provider("p2", "account"), "account"));
    }

    @Test
    @DisplayName("is told by no mark of another account, as one may be sent along with a copied configuration")
    void copiedConfiguration() {
        var provider = provider("p1", "account");
        provider.setConfig(new HashMap<>(Map.of(ProviderLink.MARKS, "other=abc")));
        assertThat(ProviderLink.of(provider, "account")).isEqualTo("p1");
        ProviderLink.keep(provider, Optional.empty());
        assertThat(provider.getConfig().get(ProviderLink.MARKS)).startsWith("account=");
    }

    @Test
    @DisplayName(
            "is one of several, where Keycloak links a provider to several organizations, and each stands by itself")
    void several() {
        var provider = new OfKeycloak268();
        provider.setInternalId("p1");
        provider.organizations = Set.of("account", "other");
        ProviderLink.keep(provider, Optional.empty());
        var first = ProviderLink.of(provider, "account");
        var others = ProviderLink.of(provider, "other");
        assertThat(first).isNotEqualTo(others);

        provider.organizations = Set.of("other");
        ProviderLink.keep(provider, Optional.empty());
        provider.organizations = Set.of("account", "other");
        ProviderLink.keep(provider, Optional.empty());
        assertThat(ProviderLink.of(provider, "account")).isNotEqualTo(first);
        assertThat(ProviderLink.of(provider, "other")).isEqualTo(others);
    }

    /** Is asked as the class of that version is. */
    public static final class OfKeycloak268 extends IdentityProviderModel {
        private Set<String> organizations = Set.of();

        public Set<String> getOrganizationIds() {
            return organizations;
        }
    }

    private static IdentityProviderModel provider(String id, String organization) {
        var provider = new IdentityProviderModel();
        provider.setInternalId(id);
        provider.setAlias("okta");
        provider.setOrganizationId(organization);
        return provider;
    }

    private static IdentityProviderModel copy(IdentityProviderModel provider) {
        return new IdentityProviderModel(provider);
    }
}
