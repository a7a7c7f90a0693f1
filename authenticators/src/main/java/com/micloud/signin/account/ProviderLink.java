package com.micloud.signin.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.IdentityProviderModel;

/**
 * Tells one link of an identity provider to an organization from every earlier one. Keycloak keeps no time or id of it; so
 * the provider's configuration holds a mark for each organization, which changes whenever the provider is linked to it.
 */
public final class ProviderLink {

    public static final String MARKS = "micloud.accountLinks";

    private ProviderLink() {}

    /** What stands for the link of the provider; another provider that takes over the alias has another. */
    public static String of(IdentityProviderModel provider, String organizationId) {
        return provider.getInternalId()
                + Optional.ofNullable(marks(provider).get(organizationId))
                        .map(mark -> "." + mark)
                        .orElse("");
    }

    /**
     * Sets the marks of a provider that is about to be stored: a new one where it is linked, none where it is unlinked.
     *
     * @param stored the provider as it is stored, whose marks stay where the caller sends none
     */
    public static void keep(IdentityProviderModel provider, Optional<IdentityProviderModel> stored) {
        Map<String, String> known = new HashMap<>();
        stored.map(ProviderLink::marks).ifPresent(known::putAll);
        known.putAll(marks(provider));
        String marks = organizations(provider).stream()
                .map(organization -> organization + "="
                        + known.getOrDefault(
                                organization, SecretGenerator.getInstance().randomString(8)))
                .collect(Collectors.joining(" "));
        Map<String, String> config =
                provider.getConfig() == null ? new HashMap<>() : new HashMap<>(provider.getConfig());
        config.remove(MARKS);
        if (!marks.isEmpty()) {
            config.put(MARKS, marks);
        }
        provider.setConfig(config);
    }

    private static Map<String, String> marks(IdentityProviderModel provider) {
        Map<String, String> config = provider.getConfig();
        return Stream.of(config == null ? "" : config.getOrDefault(MARKS, ""))
                .flatMap(marks -> Stream.of(marks.split(" ")))
                .map(mark -> mark.split("=", 2))
                .filter(mark -> mark.length == 2)
                .collect(Collectors.toMap(mark -> mark[0], mark -> mark[1], (one, other) -> other));
    }

    /** Keycloak 26.8 has a set of them where 26.7 has one; no class file can name both. */
    private static Set<String> organizations(IdentityProviderModel provider) {
        Object linked = ask(provider, "getOrganizationIds")
                .or(() -> ask(provider, "getOrganizationId"))
                .orElse(Set.of());
        Set<String> ids = new TreeSet<>();
        (linked instanceof Collection<?> several ? several : Set.of(linked)).forEach(id -> ids.add(id.toString()));
        return ids;
    }

    /** Empty where the server has no such getter, or it returns nothing. */
    private static Optional<Object> ask(IdentityProviderModel provider, String getter) {
        try {
            return Optional.ofNullable(provider.getClass().getMethod(getter).invoke(provider));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Keycloak does not say which organizations a provider is linked to.", e);
        }
    }
}
